package org.espalier.nas.controller.density;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.espalier.nas.controller.density.PlacedChoice.Interval;

/**
 * The kernels of the tree-structured Parzen estimator (Bergstra et al. 2011, section 4; the
 * variants as Watanabe 2023, section 3.3, describes them).
 *
 * <p>A kernel of a number reaches to the farther of its two neighbours. A kernel of an option
 * leaves each option the prior's share.
 *
 * @param priorWeight weight of the prior, in results, not negative
 * @param clipped true if no kernel is narrower than the range divided by the number of results + 2,
 *     or by 100 (the magic clip)
 * @param ends true if the ends of a range count as neighbours; they always do where there are no
 *     others
 * @param factor factor by which kernels of numbers are widened
 */
public record ParzenRule(double priorWeight, boolean clipped, boolean ends, double factor)
    implements KernelRule {
  private static final double NARROWEST = 1e-12;

  @Override
  public Marginal prior(DensityAxis axis) {
    if (axis instanceof NumericAxis numeric) {
      Interval range = numeric.range();
      double middle = range.low() + range.width() / 2;
      return new TruncatedGaussian(numeric, middle, Math.max(NARROWEST, range.width()));
    }
    return SmoothedOption.uniform();
  }

  @Override
  public List<Marginal> kernels(DensityAxis axis, double[] values, int... sizes) {
    List<Marginal> kernels = new ArrayList<>();
    if (axis instanceof NumericAxis numeric) {
      double[] widths = widths(numeric.range(), values);
      for (int i = 0; i < values.length; i++) {
        double width = Math.max(NARROWEST, factor * widths[i]);
        kernels.add(new TruncatedGaussian(numeric, values[i], width));
      }
      return kernels;
    }
    double others = Math.max(NARROWEST, priorWeight / (values.length + 1));
    for (double value : values) {
      kernels.add(new SmoothedOption((int) value, others, others + 1));
    }
    return kernels;
  }

  private double[] widths(Interval range, double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    boolean reachEnds = ends || values.length == 1;
    double narrowest = clipped ? range.width() / Math.min(100, 2 + values.length) : 0;
    return Arrays.stream(values)
        .map(value -> farther(sorted, Arrays.binarySearch(sorted, value), range, reachEnds))
        .map(width -> Math.min(range.width(), Math.max(narrowest, width)))
        .toArray();
  }

  private static double farther(double[] sorted, int place, Interval range, boolean reachEnds) {
    double value = sorted[place];
    double endBelow = reachEnds ? value - range.low() : 0;
    double endAbove = reachEnds ? range.high() - value : 0;
    double below = place > 0 ? value - sorted[place - 1] : endBelow;
    double above = place + 1 < sorted.length ? sorted[place + 1] - value : endAbove;
    return Math.max(below, above);
  }
}
