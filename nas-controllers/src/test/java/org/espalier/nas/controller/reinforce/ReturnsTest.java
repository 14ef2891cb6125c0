package org.espalier.nas.controller.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ReturnsTest {

  @Test
  void weightedStandardisationCentresOnTheWeightedMean() {
    double[] weights = {1, 0, 3};
    double[] values = Returns.standardised(new double[] {2, 100, 6}, weights);

    // The weighted mean is 5, the weighted variance (9 + 3) / 4 = 3.
    double deviation = Math.sqrt(3);
    assertThat(values)
        .containsExactly(
            new double[] {-3 / deviation, 95 / deviation, 1 / deviation}, within(1e-12));
  }

  @Test
  void weightedStandardisationOfEqualValuesGivesZeros() {
    assertThat(Returns.standardised(new double[] {0.7, 0.7}, new double[] {0.2, 1}))
        .containsOnly(0);
    assertThat(Returns.standardised(new double[] {0, 0}, new double[] {1, 1})).containsOnly(0);
    assertThat(Returns.standardised(new double[] {1, 2}, new double[] {0, 0})).containsOnly(0);
  }

  @Test
  void weightedStandardisationOfHugeValuesDoesNotOverflow() {
    assertThat(Returns.standardised(new double[] {1e250, -1e250}, new double[] {1, 1}))
        .containsExactly(new double[] {1, -1}, within(1e-12));
  }

  @Test
  void standardisesToMeanZeroAndDeviationOne() {
    // Mean 2, deviation √(2/3).
    double unit = Math.sqrt(1.5);
    assertThat(Returns.standardised(new double[] {1, 2, 3}))
        .containsExactly(new double[] {-unit, 0, unit}, within(1e-12));
  }

  @Test
  void scalingKeepsTheCentre() {
    double unit = Math.sqrt(1.5);
    assertThat(Returns.scaled(new double[] {1, 2, 3}))
        .containsExactly(new double[] {unit, 2 * unit, 3 * unit}, within(1e-12));
  }

  @Test
  void equalValuesStandardiseToZeroAndScaleToThemselves() {
    // The mean of three times 0.1 is not 0.1 to the last bit.
    double[] equal = {0.1, 0.1, 0.1};
    assertThat(Returns.standardised(equal)).containsOnly(0);
    assertThat(Returns.scaled(equal)).containsExactly(equal);
    assertThat(Returns.standardised(new double[] {0, 0})).containsOnly(0);
  }

  @Test
  void standardisingDoesNotDependOnTheUnit() {
    assertThat(Returns.standardised(new double[] {1e-12, 2e-12}))
        .containsExactly(new double[] {-1, 1}, within(1e-9));
    assertThat(Returns.standardised(new double[] {1e300, 2e300}))
        .containsExactly(new double[] {-1, 1}, within(1e-9));
  }

  @Test
  void discountsTheLastRewardBackOverTheSteps() {
    assertThat(Returns.overSteps(2, 3, 0.5)).containsExactly(0.5, 1, 2);
    assertThat(Returns.overSteps(2, 3, 0)).containsExactly(0, 0, 2);
  }

  @Test
  void discountsLaterTrialsAsPublished() {
    assertThat(Returns.acrossTrials(new double[] {1, 2, 4}, 0.5)).containsExactly(3, 4, 4);
  }
}
