package org.espalier.nas.analysis.comparison;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The precision of scores: finer than any measurement, coarser than the rounding errors of sums, so
 * that ties are found.
 *
 * @param unit rounded numbers are multiples of it; 0 for no rounding
 */
public record Resolution(double unit) {

  private static final int BITS = 40;

  /** Returns the resolution of values: a power of two, about 1e-12 of the largest. */
  public static Resolution of(DoubleStream values) {
    double largest = values.map(Math::abs).max().orElse(0);
    return new Resolution(largest == 0 ? 0 : Math.scalb(1.0, Math.getExponent(largest) - BITS));
  }

  /** Returns the nearest multiple of the unit. */
  public double round(double value) {
    return unit == 0 ? value : Math.rint(value / unit) * unit;
  }

  double[] round(double[] values) {
    return Arrays.stream(values).map(this::round).toArray();
  }
}
