package org.espalier.nas.analysis.inference;

import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * A share of cases.
 *
 * @param hits number of cases that count, in [0, cases]
 * @param cases number of all cases
 */
public record Proportion(int hits, int cases) {

  private static final NormalDistribution NORMAL = new NormalDistribution();

  /** Checks the numbers. */
  public Proportion {
    if (hits < 0 || hits > cases) {
      throw new IllegalArgumentException(
          "hits (" + hits + ") must lie in [0, cases (" + cases + ")].");
    }
  }

  /** Returns the share, in [0, 1]; NaN without cases. */
  public double share() {
    return (double) hits / cases;
  }

  /**
   * Returns the score interval of the share (Wilson 1927), which is never empty; NaN without cases.
   *
   * @param confidence level of the interval, in (0, 1)
   */
  public ConfidenceInterval interval(double confidence) {
    double z = NORMAL.inverseCumulativeProbability((1 + confidence) / 2);
    double n = cases;
    double center = (share() + z * z / (2 * n)) / (1 + z * z / n);
    double half =
        z * Math.sqrt(share() * (1 - share()) / n + z * z / (4 * n * n)) / (1 + z * z / n);
    return new ConfidenceInterval(Math.max(0, center - half), Math.min(1, center + half));
  }
}
