package org.espalier.nas.controller.density;

import org.hipparchus.special.Erf;

/** The standard normal distribution. */
final class Normal {
  private static final double ROOT_OF_TWO = Math.sqrt(2);

  private Normal() {}

  /**
   * Returns the probability of the numbers from {@code low} to {@code high}, exact in either tail.
   */
  static double mass(double low, double high) {
    return low > 0 ? below(-low) - below(-high) : below(high) - below(low);
  }

  /**
   * Returns the number below which {@code share} of the mass from {@code low} to {@code high} lies.
   */
  static double quantileWithin(double low, double high, double share) {
    return low > 0
        ? -quantile(below(-low) - share * mass(low, high))
        : quantile(below(low) + share * mass(low, high));
  }

  private static double below(double number) {
    return 0.5 * Erf.erfc(-number / ROOT_OF_TWO);
  }

  private static double quantile(double probability) {
    return -ROOT_OF_TWO * Erf.erfcInv(2 * probability);
  }
}
