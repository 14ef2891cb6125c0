package org.espalier.nas.analysis.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Values of SciPy 1.17. */
class RankCorrelationTest {
  private static final double[] X = {1, 3, 4, 7, 9, 12, 15, 20};
  private static final double[] Y = {0.2, 0.1, 0.5, 0.5, 0.4, 0.9, 0.8, 3.0};

  @Test
  void kendallCorrectsForTies() {
    double tau =
        RankCorrelation.kendall(new double[] {12, 2, 1, 12, 2}, new double[] {1, 4, 7, 1, 0});

    assertThat(tau).isCloseTo(-0.4714045207910316, within(1e-12));
  }

  @Test
  void partialCorrelationIsThatOfRanks() {
    double[] fixed = {2, 1, 2, 4, 3, 6, 5, 9};

    assertThat(RankCorrelation.partial(Y, X, fixed)).isCloseTo(0.16447589248877528, within(1e-12));
    assertThat(RankCorrelation.partial(X, Y, fixed)).isCloseTo(0.16447589248877528, within(1e-12));
  }

  @Test
  void undefinedCorrelationsAreNaN() {
    double[] equal = {1, 1, 1};

    assertThat(RankCorrelation.kendall(new double[] {1}, new double[] {1})).isNaN();
    assertThat(RankCorrelation.kendall(equal, new double[] {1, 2, 3})).isNaN();
    assertThat(RankCorrelation.partial(X, Y, X)).isNaN();
    assertThat(RankCorrelation.partial(new double[2], new double[2], new double[2])).isNaN();
  }

  @Test
  void theLineTolerantOfOutliersHasSensInterval() {
    TheilSen line = TheilSen.of(X, Y, 0.95);

    assertThat(line.slope()).isCloseTo(0.06515151515151515, within(1e-12));
    assertThat(line.interval().low()).isCloseTo(0.025, within(1e-12));
    assertThat(line.interval().high()).isCloseTo(0.17058823529411765, within(1e-12));
    assertThat(line.intercept()).isCloseTo(0.08106060606060606, within(1e-12));

    TheilSen tied = TheilSen.of(X, new double[] {5, 5, 5, 1, 2, 2, 7, 8}, 0.95);
    assertThat(tied.slope()).isCloseTo(0.15037593984962405, within(1e-12));
    assertThat(tied.interval().low()).isCloseTo(-0.375, within(1e-12));
    assertThat(tied.interval().high()).isCloseTo(0.5384615384615384, within(1e-12));
  }

  @Test
  void aSinglePointHasNoLine() {
    assertThat(TheilSen.of(new double[] {1}, new double[] {1}, 0.95).slope()).isNaN();
    assertThat(TheilSen.of(new double[] {2, 2}, new double[] {1, 3}, 0.95).intercept()).isNaN();
  }

  @Test
  void sharesHaveWilsonsInterval() {
    ConfidenceInterval half = new Proportion(5, 10).interval(0.95);
    ConfidenceInterval none = new Proportion(0, 10).interval(0.95);

    assertThat(half.low()).isCloseTo(0.236593090512564, within(1e-12));
    assertThat(half.high()).isCloseTo(0.7634069094874361, within(1e-12));
    assertThat(none.low()).isZero();
    assertThat(none.high()).isCloseTo(0.27753279986288926, within(1e-12));
  }
}
