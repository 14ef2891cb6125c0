package org.espalier.nas.analysis.inference;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * A straight line through points that tolerates outliers (Theil 1950, Sen 1968).
 *
 * @param slope median of the slopes of all pairs of points with different x; NaN without one
 * @param interval confidence interval of the slope, by the normal approximation of Kendall's
 *     statistic (Sen 1968, equation 2.6); NaN without a slope
 * @param intercept median of y − slope·x
 */
public record TheilSen(double slope, ConfidenceInterval interval, double intercept) {

  private static final NormalDistribution NORMAL = new NormalDistribution();

  /**
   * Returns the line of points.
   *
   * @param x horizontal values, distinct for the interval to be right
   * @param y vertical values, as many
   * @param confidence level of the interval, in (0, 1)
   */
  public static TheilSen of(double[] x, double[] y, double confidence) {
    double[] slopes = slopes(x, y);
    if (slopes.length == 0) {
      return new TheilSen(Double.NaN, new ConfidenceInterval(Double.NaN, Double.NaN), Double.NaN);
    }
    double slope = Sample.quantile(slopes, 0.5);
    double[] rest = new double[x.length];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = y[i] - slope * x[i];
    }
    return new TheilSen(slope, interval(slopes, y, confidence), Sample.of(rest).median());
  }

  private static double[] slopes(double[] x, double[] y) {
    double[] slopes = new double[x.length * (x.length - 1) / 2];
    int count = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        if (x[i] != x[j]) {
          slopes[count++] = (y[i] - y[j]) / (x[i] - x[j]);
        }
      }
    }
    double[] ascending = Arrays.copyOf(slopes, count);
    Arrays.sort(ascending);
    return ascending;
  }

  private static ConfidenceInterval interval(double[] slopes, double[] y, double confidence) {
    double n = y.length;
    double variance = (n * (n - 1) * (2 * n + 5) - ties(y)) / 18;
    double half =
        NORMAL.inverseCumulativeProbability((1 + confidence) / 2) * Math.sqrt(variance) / 2;
    int low = (int) Math.max(0, Math.rint(slopes.length / 2.0 - half) - 1);
    int high = (int) Math.min(slopes.length - 1.0, Math.rint(slopes.length / 2.0 + half));
    return new ConfidenceInterval(slopes[low], slopes[high]);
  }

  /** Returns the sum of t(t − 1)(2t + 5) over the groups of t equal values. */
  private static double ties(double[] values) {
    double[] ascending = values.clone();
    Arrays.sort(ascending);
    double ties = 0;
    int start = 0;
    for (int i = 1; i <= ascending.length; i++) {
      if (i == ascending.length || ascending[i] != ascending[start]) {
        double size = i - start;
        ties += size * (size - 1) * (2 * size + 5);
        start = i;
      }
    }
    return ties;
  }
}
