package org.espalier.nas.controller.bohb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.espalier.nas.controller.density.DensityAxis;
import org.espalier.nas.controller.density.KernelRule;
import org.espalier.nas.controller.density.Marginal;
import org.espalier.nas.controller.density.NominalAxis;
import org.espalier.nas.controller.density.NumericAxis;
import org.espalier.nas.controller.density.SmoothedOption;
import org.espalier.nas.controller.density.TruncatedGaussian;

/**
 * Kernels by the normal reference rule, 1.06 s n<sup>−1/(4 + d)</sup> for n observations of d
 * decisions with the standard deviation s, as BOHB takes them from statsmodels.
 *
 * <p>The distance of two different options is 1 whatever their order, so that s² = (1 − Σ p²) / 2
 * for shares p of the options; their kernel is that of Aitchison &amp; Aitken (1976).
 *
 * @param factor factor by which kernels of numbers are widened
 * @param narrowest minimum bandwidth, as a share of a range
 */
record NormalReferenceRule(double factor, double narrowest) implements KernelRule {
  private static final double NORMAL = 1.06;

  /** At this width, in ranges, a normal distribution is as good as uniform. */
  private static final double FLAT = 1e3;

  private static final double SMALLEST = 1e-12;

  @Override
  public Marginal prior(DensityAxis axis) {
    if (axis instanceof NumericAxis numeric) {
      return gaussian(numeric, numeric.range().low(), FLAT);
    }
    return SmoothedOption.uniform();
  }

  private static Marginal gaussian(NumericAxis axis, double mean, double share) {
    return new TruncatedGaussian(axis, mean, Math.max(SMALLEST, share * axis.range().width()));
  }

  @Override
  public List<Marginal> kernels(DensityAxis axis, double[] values, int... sizes) {
    List<Marginal> kernels = new ArrayList<>();
    double spread = spread(axis, values);
    for (int i = 0; i < values.length; i++) {
      double shrinking = StrictMath.pow(values.length, -1.0 / (4 + sizes[i]));
      double share = Math.max(narrowest, NORMAL * spread * shrinking);
      kernels.add(kernel(axis, values[i], share));
    }
    return kernels;
  }

  private Marginal kernel(DensityAxis axis, double value, double share) {
    if (axis instanceof NumericAxis numeric) {
      return gaussian(numeric, value, factor * share);
    }
    double others = ((NominalAxis) axis).size() - 1.0;
    if (others == 0) {
      return SmoothedOption.uniform();
    }
    double mixed = Math.min(share, others / (others + 1));
    return new SmoothedOption((int) value, mixed / others, 1 - mixed);
  }

  /** Returns the standard deviation of the observed values, as a share of the range. */
  private static double spread(DensityAxis axis, double... values) {
    if (axis instanceof NumericAxis numeric) {
      double mean = Arrays.stream(values).average().orElse(0);
      double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0);
      return Math.sqrt(variance) / Math.max(SMALLEST, numeric.range().width());
    }
    double[] shares = new double[((NominalAxis) axis).size()];
    for (double value : values) {
      shares[(int) value] += 1.0 / values.length;
    }
    return Math.sqrt(Math.max(0, 1 - Arrays.stream(shares).map(p -> p * p).sum()) / 2);
  }
}
