package org.espalier.nas.tf.latency;

import java.util.Arrays;

/**
 * A sample's median with a confidence interval of 95 % from order statistics, which makes no
 * assumption about the distribution: of n draws, the l-th smallest lies above the median with the
 * probability of fewer than l successes in n fair coin tosses (Conover, <i>Practical Nonparametric
 * Statistics</i>, section 3.2).
 *
 * @param median the median
 * @param lower lower end of the interval
 * @param upper upper end of the interval
 */
record MedianInterval(double median, double lower, double upper) {
  private static final double TAIL = 0.025;
  private static final double TAIL_QUANTILE = 1.959964;
  private static final int LARGE = 1000;

  /**
   * Returns median and interval of a sample.
   *
   * @param sample at least one number, in any order; with fewer than 6 the interval is the sample's
   *     range and covers less than 95 %
   */
  static MedianInterval of(double[] sample) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    int rank = rank(sorted.length);
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new MedianInterval(median, sorted[rank - 1], sorted[sorted.length - rank]);
  }

  /** Returns the largest l with P(Bin(n, ½) &lt; l) ≤ 0.025, at least 1. */
  private static int rank(int n) {
    if (n > LARGE) {
      // The powers of ½ below would underflow; the normal distribution is exact enough.
      return (int) ((n - TAIL_QUANTILE * Math.sqrt(n)) / 2);
    }
    double probability = StrictMath.pow(0.5, n);
    double below = probability;
    int rank = 1;
    for (int successes = 1; 2 * successes < n; successes++) {
      probability *= (n - successes + 1.0) / successes;
      below += probability;
      if (below > TAIL) {
        break;
      }
      rank = successes + 1;
    }
    return rank;
  }

  /** Returns half the width of the interval, relative to the median. */
  double spread() {
    return (upper - lower) / 2 / median;
  }
}
