package org.espalier.nas.analysis.comparison;

import java.util.stream.DoubleStream;

/**
 * How far apart numbers must be to differ: far less than anything measured, far more than what sums
 * of the same numbers in another order come to, so that ties are found.
 *
 * @param unit of which numbers are multiples, 0 for no rounding
 */
record Resolution(double unit) {

  private static final double SHARE = 1e-12;

  /** The resolution of numbers so large. */
  static Resolution of(DoubleStream values) {
    return new Resolution(SHARE * values.map(Math::abs).max().orElse(0));
  }

  double round(double value) {
    return unit == 0 ? value : Math.rint(value / unit) * unit;
  }
}
