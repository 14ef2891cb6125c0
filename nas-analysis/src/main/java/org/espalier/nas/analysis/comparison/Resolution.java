package org.espalier.nas.analysis.comparison;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * How far apart numbers must be to differ: far less than anything measured, far more than what sums
 * of the same numbers in another order come to, so that ties are found.
 *
 * @param unit of which numbers are multiples, 0 for no rounding
 */
record Resolution(double unit) {

  private static final int BITS = 40;

  /** The resolution of numbers so large: a power of two, about 1e-12 of the largest. */
  static Resolution of(DoubleStream values) {
    double largest = values.map(Math::abs).max().orElse(0);
    return new Resolution(largest == 0 ? 0 : Math.scalb(1.0, Math.getExponent(largest) - BITS));
  }

  double round(double value) {
    return unit == 0 ? value : Math.rint(value / unit) * unit;
  }

  double[] round(double[] values) {
    return Arrays.stream(values).map(this::round).toArray();
  }
}
