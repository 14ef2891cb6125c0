package org.espalier.nas.controller.bohb;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.controller.density.DensityAxis;
import org.espalier.nas.controller.density.KernelRule;
import org.espalier.nas.controller.density.Marginal;
import org.espalier.nas.controller.density.NumericAxis;
import org.espalier.nas.controller.density.ParzenRule;
import org.espalier.nas.controller.density.TruncatedGaussian;

/**
 * Kernels of numbers that narrow by Scott's rule for whole architectures, n<sup>−1/(4 + d)</sup>
 * fifths of the range for n observations of d decisions, independent of where these lie. Optuna's
 * multivariate estimator also begins with a fifth (Watanabe 2023).
 *
 * <p>Neighbours along one decision are mostly far apart along the others, so that kernels that
 * reach just to them leave holes in the density of many architectures. Kernels of options are as in
 * {@link ParzenRule}.
 *
 * @param options the rule for options and for the prior
 * @param factor factor by which kernels of numbers are widened
 */
record ScottRule(ParzenRule options, double factor) implements KernelRule {
  private static final double FIFTH = 0.2;

  private static final double NARROWEST = 1e-12;

  @Override
  public Marginal prior(DensityAxis axis) {
    return options.prior(axis);
  }

  @Override
  public List<Marginal> kernels(DensityAxis axis, double[] values, int... sizes) {
    if (!(axis instanceof NumericAxis numeric)) {
      return options.kernels(axis, values, sizes);
    }
    List<Marginal> kernels = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      double share = factor * FIFTH * StrictMath.pow(values.length, -1.0 / (4 + sizes[i]));
      double width = Math.max(NARROWEST, share * numeric.range().width());
      kernels.add(new TruncatedGaussian(numeric, values[i], width));
    }
    return kernels;
  }
}
