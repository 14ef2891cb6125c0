package org.espalier.nas.controller.quasirandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PointSequenceTest {

  private static double[][] points(PointSequence sequence, int count) {
    return IntStream.range(0, count).mapToObj(sequence::point).toArray(double[][]::new);
  }

  private static double[][] uniform(int dimension, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return IntStream.range(0, count)
        .mapToObj(i -> random.doubles(dimension).toArray())
        .toArray(double[][]::new);
  }

  /** Joe &amp; Kuo's published first points. */
  @Test
  void sobolBeginsAsPublished() {
    SobolSequence sequence = SobolSequence.plain(3);

    assertThat(sequence.point(0)).containsExactly(0, 0, 0);
    assertThat(sequence.point(1)).containsExactly(0.5, 0.5, 0.5);
    assertThat(sequence.point(2)).containsExactly(0.75, 0.25, 0.25);
    assertThat(sequence.point(3)).containsExactly(0.25, 0.75, 0.75);
    assertThat(sequence.point(4)).containsExactly(0.375, 0.375, 0.625);
  }

  @Test
  void haltonMirrorsTheDigits() {
    HaltonSequence sequence = HaltonSequence.plain(2);

    assertThat(sequence.point(6)[0]).isEqualTo(0.375);
    assertThat(sequence.point(5)[1]).isCloseTo(2 / 3.0 + 1 / 9.0, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyProjectionOfScrambledSobolIsStratified(long seed) {
    double[][] points = points(SobolSequence.scrambled(30, seed), 256);

    for (int place = 0; place < 30; place++) {
      int dimension = place;
      assertThat(Arrays.stream(points).map(point -> (int) (point[dimension] * 256)))
          .doesNotHaveDuplicates();
    }
  }

  /** The first b^m points, in the dimension of base b. */
  @Test
  void everyProjectionOfScrambledHaltonIsStratified() {
    double[][] points = points(HaltonSequence.scrambled(2, 1), 81);

    assertThat(Arrays.stream(points).limit(64).map(point -> (int) (point[0] * 64)))
        .doesNotHaveDuplicates();
    assertThat(Arrays.stream(points).map(point -> (int) (point[1] * 81))).doesNotHaveDuplicates();
  }

  /**
   * 200 points in five dimensions; if the points were random, all ten of ten discrepancies would be
   * lower with a probability of 0.001.
   */
  @Test
  void discrepancyIsLowerThanThatOfRandomPoints() {
    for (long seed = 1; seed <= 10; seed++) {
      double random = discrepancy(uniform(5, 200, seed));
      assertThat(discrepancy(points(SobolSequence.scrambled(5, seed), 200))).isLessThan(random);
      assertThat(discrepancy(points(HaltonSequence.scrambled(5, seed), 200))).isLessThan(random);
    }
  }

  /** Returns the L2 star discrepancy (Warnock 1972). */
  private static double discrepancy(double[]... points) {
    int dimension = points[0].length;
    double single = 0;
    double pairs = 0;
    for (double[] one : points) {
      single += Arrays.stream(one).map(x -> (1 - x * x) / 2).reduce(1, (a, b) -> a * b);
      for (double[] other : points) {
        pairs +=
            IntStream.range(0, dimension)
                .mapToDouble(k -> 1 - Math.max(one[k], other[k]))
                .reduce(1, (a, b) -> a * b);
      }
    }
    int n = points.length;
    return Math.sqrt(Math.pow(3, -dimension) - 2.0 / n * single + pairs / n / n);
  }

  @Test
  void scramblingDependsOnTheSeed() {
    for (List<PointSequence> pair :
        List.of(
            List.<PointSequence>of(SobolSequence.scrambled(3, 1), SobolSequence.scrambled(3, 2)),
            List.<PointSequence>of(
                HaltonSequence.scrambled(3, 1), HaltonSequence.scrambled(3, 2)))) {
      assertThat(points(pair.get(0), 50)).isNotEqualTo(points(pair.get(1), 50));
    }
  }

  /** The mean of 4,000 uniform numbers lies within 6 standard deviations (6 × 0.0046) of 1/2. */
  @Test
  void aScrambledPointIsUniformOverTheSeeds() {
    double mean =
        IntStream.range(0, 4_000)
            .mapToDouble(seed -> SobolSequence.scrambled(2, seed).point(0)[1])
            .average()
            .orElseThrow();

    assertThat(mean).isCloseTo(0.5, within(0.0274));
  }

  @Test
  void refusesMoreDimensionsThanSobolHas() {
    assertThatThrownBy(() -> SobolSequence.plain(1001))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "sequence (sobol) has from 1 to 1000 dimensions, but 1001 are needed; use halton.");
  }
}
