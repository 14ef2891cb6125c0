package org.espalier.nas.analysis.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedRankPowerTest {

  private static final int REPEATS = 2000;

  /**
   * With as many normal differences as are said to give 80 % power at least 76 % of tests reject,
   * with a tenth and one fewer at most 84 %. Of 2,000 tests, 4 % are 4.5 standard errors, which the
   * approximation has to share.
   */
  @ParameterizedTest
  @CsvSource({"0.25, 0.05", "0.5, 0.05", "1, 0.05", "0.5, 0.001", "1, 0.001", "1.5, 0.001"})
  void theSaidNumberHasTheSaidPower(double shift, double level) {
    int needed = SignedRankPower.of(normal(300, shift)).needed(level, 0.8, 100_000).orElseThrow();

    assertThat(simulated(needed, shift, level)).isGreaterThan(0.76);
    assertThat(simulated(needed - needed / 10 - 1, shift, level)).isLessThan(0.84);
  }

  private static double simulated(int size, double shift, double level) {
    SplittableRandom random = new SplittableRandom(5);
    int rejected = 0;
    for (int repeat = 0; repeat < REPEATS; repeat++) {
      double[] differences = new double[size];
      for (int i = 0; i < size; i++) {
        differences[i] = shift + random.nextGaussian();
      }
      rejected += SignedRankTest.of(differences).p() <= level ? 1 : 0;
    }
    return rejected / (double) REPEATS;
  }

  @Test
  void smallEffectsNeedWhatNoetherSays() {
    SignedRankPower power = SignedRankPower.of(normal(300, 0.1));
    double noether = Math.pow(1.959964 + 0.841621, 2) / (3 * Math.pow(power.two() - 0.5, 2));

    assertThat((double) power.needed(0.05, 0.8, 100_000).orElseThrow())
        .isCloseTo(noether, within(0.03 * noether));
  }

  @Test
  void zerosNeedMoreSeeds() {
    double[] some = normal(100, 0.5);
    double[] half = IntStream.range(0, 200).mapToDouble(i -> i < 100 ? some[i] : 0).toArray();

    int all = SignedRankPower.of(some).needed(0.05, 0.8, 100_000).orElseThrow();

    assertThat(SignedRankPower.of(half).needed(0.05, 0.8, 100_000)).hasValue(2 * all);
  }

  @Test
  void noTestRejectsBelowItsSmallestProbability() {
    SignedRankPower certain = SignedRankPower.of(1, 2, 3);

    assertThat(certain.needed(0.05, 0.8, 100_000)).hasValue(6);
    assertThat(certain.power(5, 0.05)).isZero();
    assertThat(certain.power(6, 0.05)).isEqualTo(1);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(SignedRankPower.of(-1, 1, -2, 2).needed(0.05, 0.8, 100_000)).isEmpty();
    assertThat(SignedRankPower.of(normal(300, 0.1)).needed(0.05, 0.8, 500)).isEmpty();
    assertThatThrownBy(() -> SignedRankPower.of(0, 1, 2, 0))
        .hasMessage("differences (2 not zero) must be at least 3.");
  }

  /** Values that are spread as a normal sample should be. */
  private static double[] normal(int size, double shift) {
    NormalDistribution normal = new NormalDistribution();
    return IntStream.range(0, size)
        .mapToDouble(i -> shift + normal.inverseCumulativeProbability((i + 0.5) / size))
        .toArray();
  }
}
