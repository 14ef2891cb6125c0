package org.espalier.nas.tf.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixedPairsTest {

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.2, 1, 4, 100})
  void betaHasItsMomentsAndSymmetry(double alpha) {
    RandomGenerator random = new SplittableRandom(11);
    int draws = 20_000;
    double sum = 0;
    double squares = 0;
    double fourths = 0;
    for (int i = 0; i < draws; i++) {
      double centred = new BetaDistribution(alpha).sample(random) - 0.5;
      assertThat(centred).isBetween(-0.5, 0.5);
      sum += centred;
      squares += centred * centred;
      fourths += Math.pow(centred, 4);
    }
    double variance = 1 / (4 * (2 * alpha + 1));
    double fourth = 3 * variance * variance * (2 * alpha + 1) / (2 * alpha + 3);
    // Five standard errors of the mean, of the variance, and ten per cent of the fourth moment.
    assertThat(sum / draws).isCloseTo(0, within(5 * Math.sqrt(variance / draws)));
    assertThat(squares / draws)
        .isCloseTo(variance, within(5 * Math.sqrt((fourth - variance * variance) / draws)));
    assertThat(fourths / draws).isCloseTo(fourth, within(0.1 * fourth));
  }

  @Test
  void partnersAreAPermutationInWhichEachPlaceIsEquallyLikely() {
    int[][] counts = new int[4][4];
    RandomGenerator random = new SplittableRandom(2);
    for (int draw = 0; draw < 4000; draw++) {
      MixedPairs pairs = MixedPairs.draw(0.2, 4, random);
      assertThat(pairs.partners()).containsExactlyInAnyOrder(0, 1, 2, 3);
      assertThat(pairs.share()).isBetween(0.5f, 1f);
      for (int i = 0; i < 4; i++) {
        counts[i][pairs.partners()[i]]++;
      }
    }
    for (int[] row : counts) {
      for (int count : row) {
        // Five standard deviations.
        assertThat(count).isBetween(1000 - 137, 1000 + 137);
      }
    }
  }

  @Test
  void valuesAreMixedInTheShares() {
    MixedPairs pairs = new MixedPairs(new int[] {2, 0, 1}, 0.75f);
    float[] values = {1, 10, 2, 20, 4, 40};
    float[] mixed = new float[6];
    float[] partners = new float[6];
    pairs.mix(values, mixed);
    pairs.partners(values, partners);
    assertThat(mixed).containsExactly(1.75f, 17.5f, 1.75f, 17.5f, 3.5f, 35);
    assertThat(partners).containsExactly(4, 40, 1, 10, 2, 20);
  }
}
