package org.espalier.nas.testkit;

import java.util.Collection;

/** The chi-square test of whether all kinds are equally likely. */
final class ChiSquare {
  /** The normal quantile at 1 − 10⁻⁶. */
  private static final double QUANTILE = 4.753;

  private ChiSquare() {}

  /**
   * Whether counts are too uneven to have come from a uniform draw; one uniform draw in a million
   * is called uneven. Sound from about 5 draws for each kind on.
   *
   * @param counts how often each kind was drawn, kinds never drawn included; at least two
   */
  static boolean uneven(Collection<Integer> counts) {
    double expected = counts.stream().mapToInt(count -> count).average().orElseThrow();
    double statistic =
        counts.stream().mapToDouble(count -> (count - expected) * (count - expected)).sum()
            / expected;
    return statistic > limit(counts.size() - 1);
  }

  /** The approximation of Wilson and Hilferty (1931). */
  private static double limit(int degreesOfFreedom) {
    double spread = 2.0 / (9 * degreesOfFreedom);
    return degreesOfFreedom * Math.pow(1 - spread + QUANTILE * Math.sqrt(spread), 3);
  }
}
