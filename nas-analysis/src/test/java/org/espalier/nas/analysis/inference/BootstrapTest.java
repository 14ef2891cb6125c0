package org.espalier.nas.analysis.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapTest {

  private static final double[] VALUES = {-0.4, 0, 0, 0.1, 0.3, 0.3, 0.9, 2.5, 2.5};

  private final Bootstrap bootstrap = new Bootstrap(7, 2000, 0.95);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 8, 9})
  void statisticsOfAResampleAreThoseOfItsValues(int size) {
    double[] ascending = Arrays.copyOf(VALUES, size);
    Resample resample = new Resample(Sample.of(ascending));
    SplittableRandom random = new SplittableRandom(3);
    SplittableRandom again = new SplittableRandom(3);
    int[] counts = new int[size];
    for (int draw = 0; draw < 200; draw++) {
      resample.draw(random);
      Resample.draw(again, counts);
      double[] drawn = drawn(ascending, counts);
      Sample sample = Sample.of(drawn);

      assertThat(resample.mean()).isCloseTo(sample.mean(), within(1e-14));
      assertThat(resample.median()).isCloseTo(sample.median(), within(1e-14));
      assertThat(resample.interquartileMean()).isCloseTo(sample.interquartileMean(), within(1e-14));
      assertThat(resample.shareAboveZero())
          .isCloseTo(
              Arrays.stream(drawn).map(d -> (1 + Math.signum(d)) / 2).average().orElseThrow(),
              within(1e-14));
    }
  }

  @Test
  void drawsWholeRows() {
    double[] first = {1, 2, 3, 4, 5, 6};
    double[] second = {10, 20, 30, 40, 50, 60};

    List<ConfidenceInterval> intervals =
        bootstrap.ofRows(
            6,
            List.of(
                rows -> Arrays.stream(rows).mapToDouble(row -> first[row]).average().orElseThrow(),
                rows -> Arrays.stream(rows).mapToDouble(row -> second[row] / first[row]).sum(),
                rows -> Double.NaN));

    assertThat(intervals.get(0).low()).isBetween(1.8, 2.7);
    assertThat(intervals.get(0).high()).isBetween(4.3, 5.2);
    assertThat(intervals.get(1)).isEqualTo(new ConfidenceInterval(60, 60));
    assertThat(intervals.get(2).low()).isNaN();
  }

  private static double[] drawn(double[] ascending, int[] counts) {
    double[] drawn = new double[ascending.length];
    int next = 0;
    for (int i = 0; i < counts.length; i++) {
      Arrays.fill(drawn, next, next + counts[i], ascending[i]);
      next += counts[i];
    }
    return drawn;
  }

  @Test
  void anIntervalDependsOnNothingButTheSampleAndTheSettings() {
    Sample sample = Sample.of(VALUES);

    ConfidenceInterval alone = bootstrap.interval(sample, Resample::mean);
    List<ConfidenceInterval> together =
        bootstrap.intervals(sample, List.of(Resample::median, Resample::mean));

    assertThat(together.get(1)).isEqualTo(alone);
    assertThat(new Bootstrap(8, 2000, 0.95).interval(sample, Resample::mean)).isNotEqualTo(alone);
    ConfidenceInterval wider = new Bootstrap(7, 2000, 0.99).interval(sample, Resample::mean);
    assertThat(wider.low()).isLessThan(alone.low());
    assertThat(wider.high()).isGreaterThan(alone.high());
  }

  /**
   * 95 % intervals of a normal mean from 50 values cover it in about 94 of 100 cases (those of
   * percentiles are a little narrow); of 1,000, fewer than 917 or more than 963 would be seen once
   * in 1,000.
   */
  @Test
  void coversTheMean() {
    SplittableRandom random = new SplittableRandom(11);
    Bootstrap quick = new Bootstrap(1, 500, 0.95);
    int covered = 0;
    for (int repeat = 0; repeat < 1000; repeat++) {
      double[] values = random.doubles(50).map(unused -> random.nextGaussian()).toArray();
      ConfidenceInterval interval = quick.interval(Sample.of(values), Resample::mean);
      covered += interval.low() <= 0 && interval.high() >= 0 ? 1 : 0;
    }

    assertThat(covered).isBetween(917, 963);
  }

  @Test
  void bandsAreTheIntervalsOfTheirColumns() {
    double[][] rows = new double[VALUES.length][];
    Arrays.setAll(rows, i -> new double[] {VALUES[i], 2 * VALUES[i]});

    List<ConfidenceInterval> bands = bootstrap.ofColumnMeans(rows);

    ConfidenceInterval alone = bootstrap.interval(Sample.of(VALUES), Resample::mean);
    assertThat(bands.get(0).low()).isCloseTo(alone.low(), within(1e-14));
    assertThat(bands.get(0).high()).isCloseTo(alone.high(), within(1e-14));
    assertThat(bands.get(1).high()).isCloseTo(2 * alone.high(), within(1e-14));
  }

  @Test
  void bandsLeaveOutRowsThatHaveNotBegun() {
    double[][] rows = {{Double.NaN, Double.NaN, 5}, {1, 2, 3}, {1, 2, 3}};

    List<ConfidenceInterval> bands = bootstrap.ofColumnMeans(rows);

    assertThat(bands.subList(0, 2))
        .containsExactly(new ConfidenceInterval(1, 1), new ConfidenceInterval(2, 2));
    assertThat(bands.get(2).low()).isEqualTo(3);
    assertThat(bands.get(2).high()).isEqualTo(5);
  }

  @Test
  void aSingleValueHasNoWidth() {
    assertThat(bootstrap.interval(Sample.of(0.25), Resample::median))
        .isEqualTo(new ConfidenceInterval(0.25, 0.25));
  }

  @Test
  void refusesWhatMakesNoInterval() {
    assertThatThrownBy(() -> new Bootstrap(1, 0, 0.95))
        .hasMessage("resamples (0) must be positive.");
    assertThatThrownBy(() -> new Bootstrap(1, 10, 1))
        .hasMessage("confidence (1.0) must lie in (0, 1).");
  }
}
