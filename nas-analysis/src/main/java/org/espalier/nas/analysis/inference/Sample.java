package org.espalier.nas.analysis.inference;

import java.util.Arrays;

/** Values in ascending order. */
public final class Sample {

  private final double[] ascending;

  private Sample(double[] ascending) {
    this.ascending = ascending;
  }

  /**
   * A sample of these values.
   *
   * @param values at least one, none of them NaN
   */
  public static Sample of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("values must not be empty.");
    }
    double[] ascending = values.clone();
    Arrays.sort(ascending);
    if (Double.isNaN(ascending[ascending.length - 1])) {
      throw new IllegalArgumentException("values must not contain NaN.");
    }
    return new Sample(ascending);
  }

  /** Returns the number of values. */
  public int size() {
    return ascending.length;
  }

  /** The smallest value. */
  public double lowest() {
    return ascending[0];
  }

  /** The largest value. */
  public double highest() {
    return ascending[ascending.length - 1];
  }

  /** The arithmetic mean. */
  public double mean() {
    return mean(0, ascending.length);
  }

  /** The median; of an even number the mean of the middle two. */
  public double median() {
    return quantile(0.5);
  }

  /**
   * A quantile by linear interpolation between order statistics, as {@code numpy.quantile} has it
   * (type 7 of Hyndman and Fan 1996).
   *
   * @param share in [0, 1]
   */
  public double quantile(double share) {
    return quantile(ascending, share);
  }

  /**
   * The mean of the middle half: a quarter of the values, rounded down, is left out at each end
   * (Agarwal et al. 2021; {@code scipy.stats.trim_mean(values, 0.25)}).
   */
  public double interquartileMean() {
    int cut = ascending.length / 4;
    return mean(cut, ascending.length - cut);
  }

  /** The standard deviation with n − 1 in the denominator; 0 of a single value. */
  public double deviation() {
    if (ascending.length == 1) {
      return 0;
    }
    double mean = mean();
    double squares = 0;
    for (double value : ascending) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (ascending.length - 1));
  }

  double[] ascending() {
    return ascending.clone();
  }

  static double quantile(double[] ascending, double share) {
    double position = share * (ascending.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, ascending.length - 1);
    double part = position - below;
    return part == 0
        ? ascending[below]
        : ascending[below] + part * (ascending[above] - ascending[below]);
  }

  private double mean(int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += ascending[i];
    }
    return sum / (to - from);
  }
}
