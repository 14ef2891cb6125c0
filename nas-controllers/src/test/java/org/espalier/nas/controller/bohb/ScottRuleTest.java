package org.espalier.nas.controller.bohb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.controller.density.DensityAxis;
import org.espalier.nas.controller.density.ParzenRule;
import org.espalier.nas.controller.density.TruncatedGaussian;
import org.junit.jupiter.api.Test;

final class ScottRuleTest {
  private static final DensityAxis NUMBER =
      DensityAxis.of(new Decision("x", new RealRange(0, 2, Scale.LINEAR)));
  private static final DensityAxis OPTION =
      DensityAxis.of(new Decision("o", Categorical.of(List.of("a", "b", "c"))));
  private static final ParzenRule OPTIONS = new ParzenRule(1, true, false, 1);

  private static double deviation(double factor, int kernel, double... values) {
    return ((TruncatedGaussian)
            new ScottRule(OPTIONS, factor).kernels(NUMBER, values, 2, 2, 4, 2).get(kernel))
        .deviation();
  }

  /** The bandwidth is a fifth of 2 times 4^(−1/6), or 4^(−1/8) for four decisions. */
  @Test
  void theBandwidthDependsOnTheNumbersOfResultsAndDecisions() {
    double expected = 0.4 * Math.pow(4, -1.0 / 6);

    assertThat(deviation(1, 0, 0, 0.1, 1, 2)).isCloseTo(expected, within(1e-12));
    assertThat(deviation(3, 0, 0, 0.1, 1, 2)).isCloseTo(3 * expected, within(1e-12));
    assertThat(deviation(1, 2, 0, 0.1, 1, 2)).isCloseTo(0.4 * Math.pow(4, -0.125), within(1e-12));
  }

  @Test
  void doesNotDependOnWhereTheResultsLie() {
    assertThat(deviation(1, 1, 1, 1, 1, 1)).isEqualTo(deviation(1, 1, 0, 0.1, 1, 2));
  }

  @Test
  void optionsAndThePriorAreThoseOfTheOtherRule() {
    ScottRule rule = new ScottRule(OPTIONS, 1);

    assertThat(rule.kernels(OPTION, new double[] {0, 2}, 2, 2))
        .isEqualTo(OPTIONS.kernels(OPTION, new double[] {0, 2}, 2, 2));
    assertThat(((TruncatedGaussian) rule.prior(NUMBER)).deviation())
        .isEqualTo(((TruncatedGaussian) OPTIONS.prior(NUMBER)).deviation());
  }
}
