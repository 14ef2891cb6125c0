package org.espalier.nas.controller.bayesian.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StandardNormalTest {
  private static final double PERCENT = 1e-9;

  /** By mpmath 1.4 with 60 digits. */
  @ParameterizedTest
  @CsvSource({
    "2, -0.023012909328963488, 0.69738354578822831",
    "0, -0.69314718055994531, -0.91893853320467274",
    "-0.5, -1.1759117615936186, -1.6205162643873199",
    "-1, -1.8410216450092635, -2.4851210257126413",
    "-1.001, -1.8425471807560769, -2.4870256579553894",
    "-2, -3.7831843336820319, -4.7687835239171142",
    "-5, -15.064998393988726, -16.74430116266099",
    "-10, -53.231285150512471, -55.553122036122356",
    "-37, -689.03058557689059, -692.64296016327041",
    "-100, -5005.5242086942051, -5010.1295788002498",
    "-1000, -500007.82669481218, -500014.73445209116"
  })
  void agreesWithManyDigits(double z, double logCumulative, double logImprovement) {
    assertThat(StandardNormal.logCumulative(z)).isCloseTo(logCumulative, withinPercentage(PERCENT));
    StandardNormal.Improvement improvement = StandardNormal.improvement(z);
    assertThat(improvement.logarithm()).isCloseTo(logImprovement, withinPercentage(PERCENT));
    double cumulativeRatio = Math.exp(logCumulative - logImprovement);
    double densityRatio = Math.exp(StandardNormal.logDensity(z) - logImprovement);
    assertThat(improvement.cumulativeRatio()).isCloseTo(cumulativeRatio, withinPercentage(1e-6));
    assertThat(improvement.densityRatio()).isCloseTo(densityRatio, withinPercentage(1e-6));
  }
}
