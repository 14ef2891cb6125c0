package org.espalier.nas.testkit;

import java.util.Collection;

/** The chi-square test that all kinds are equally likely. */
final class ChiSquare {
  /** The normal quantile at 1 − 10⁻⁶. */
  private static final double QUANTILE = 4.753;

  private ChiSquare() {}

  /**
   * Returns true if counts are too uneven for a uniform draw; one uniform draw in a million is
   * called uneven. Valid from about 5 draws for each kind.
   *
   * @param counts the number of draws of each kind, including kinds never drawn; at least two
   */
  static boolean uneven(Collection<Integer> counts) {
    double expected = counts.stream().mapToInt(count -> count).average().orElseThrow();
    double statistic =
        counts.stream().mapToDouble(count -> (count - expected) * (count - expected)).sum()
            / expected;
    return statistic > limit(counts.size() - 1);
  }

  /** Returns the critical value by the approximation of Wilson and Hilferty (1931). */
  private static double limit(int degreesOfFreedom) {
    double spread = 2.0 / (9 * degreesOfFreedom);
    return degreesOfFreedom * Math.pow(1 - spread + QUANTILE * Math.sqrt(spread), 3);
  }
}
