package org.espalier.nas.analysis.statistics;

import java.util.Arrays;
import org.espalier.nas.analysis.inference.Sample;

/**
 * The range of values that a chart shows: all of them, unless outliers would squeeze the others
 * into less than a pixel.
 *
 * @param low smallest value shown
 * @param high largest value shown
 */
public record DisplayRange(double low, double high) {

  /** The middle half of the values takes at least this share of the full range. */
  private static final double LEAST_SHARE = 1e-3;

  /** Spreads beyond the quantiles up to which values are shown if there are outliers. */
  private static final double REACH = 10;

  private static final double[] TAILS = {0.25, 0.1};

  /** Larger values overflow when the ends of an axis are subtracted, or written as percentages. */
  private static final double LARGEST = 1e305;

  /**
   * Returns the range of values; [0, 1] if there are none.
   *
   * @param values infinite values and NaN are ignored
   */
  public static DisplayRange of(double... values) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    if (finite.length == 0) {
      return new DisplayRange(0, 1);
    }
    Sample sample = Sample.of(finite);
    double low = limited(sample.lowest());
    double high = limited(sample.highest());
    for (double tail : TAILS) {
      double lower = limited(sample.quantile(tail));
      double upper = limited(sample.quantile(1 - tail));
      double spread = upper - lower;
      if (spread > 0) {
        return spread < LEAST_SHARE * (high - low)
            ? new DisplayRange(
                Math.max(low, lower - REACH * spread), Math.min(high, upper + REACH * spread))
            : new DisplayRange(low, high);
      }
    }
    return new DisplayRange(low, high);
  }

  /** Returns true if the range includes the value. */
  public boolean contains(double value) {
    return value >= low && value <= high;
  }

  private static double limited(double value) {
    return Math.max(-LARGEST, Math.min(LARGEST, value));
  }
}
