package org.espalier.nas.controller.bohb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.controller.density.DensityAxis;
import org.espalier.nas.controller.density.Marginal;
import org.espalier.nas.controller.density.SmoothedOption;
import org.espalier.nas.controller.density.TruncatedGaussian;
import org.junit.jupiter.api.Test;

final class NormalReferenceRuleTest {
  private static final DensityAxis NUMBER =
      DensityAxis.of(new Decision("x", new RealRange(0, 2, Scale.LINEAR)));
  private static final DensityAxis OPTION =
      DensityAxis.of(new Decision("o", Categorical.of(List.of("a", "b", "c"))));

  private static double deviation(NormalReferenceRule rule, double... values) {
    List<Marginal> kernels = rule.kernels(NUMBER, values, 2, 2, 2, 2);
    return ((TruncatedGaussian) kernels.get(0)).deviation();
  }

  /** 1.06 · 0.5 · 4^(−1/6), the standard deviation of 0, 0, 1, 1 being 0.5. */
  @Test
  void theBandwidthIsThatOfStatsmodels() {
    double expected = 1.06 * 0.5 * Math.pow(4, -1.0 / 6);

    assertThat(deviation(new NormalReferenceRule(1, 1e-3), 0, 0, 1, 1))
        .isCloseTo(expected, within(1e-12));
    assertThat(deviation(new NormalReferenceRule(3, 1e-3), 0, 0, 1, 1))
        .isCloseTo(3 * expected, within(1e-12));
  }

  @Test
  void equalNumbersHaveTheSmallestBandwidth() {
    assertThat(deviation(new NormalReferenceRule(1, 1e-3), 1, 1, 1, 1))
        .isCloseTo(2e-3, within(1e-12));
  }

  /** s² = (1 − 1/4 − 1/4) / 2 = 1/4. */
  @Test
  void optionsAreOneApart() {
    SmoothedOption kernel =
        (SmoothedOption)
            new NormalReferenceRule(1, 1e-3)
                .kernels(OPTION, new double[] {0, 0, 2, 2}, 2, 2, 2, 2)
                .get(2);
    double mixed = 1.06 * 0.5 * Math.pow(4, -1.0 / 6);

    assertThat(kernel.peak()).isEqualTo(2);
    assertThat(kernel.weight()).isCloseTo(1 - mixed, within(1e-12));
    assertThat(kernel.others()).isCloseTo(mixed / 2, within(1e-12));
  }
}
