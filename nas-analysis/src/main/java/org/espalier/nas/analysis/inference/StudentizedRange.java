package org.espalier.nas.analysis.inference;

import org.hipparchus.special.Erf;

/**
 * The distribution of the range of independent standard normal values: the studentized range with
 * infinite degrees of freedom.
 *
 * @param size number of values, at least 2
 */
public record StudentizedRange(int size) {

  /** Limit of the integration, beyond which φ is below 1e-18 and negligible. */
  private static final double END = 9;

  /**
   * The integrand is entire and falls like φ, so that the trapezoidal rule's error falls like
   * exp(−2π² / (size · STEP²)).
   */
  private static final double STEP = 1.0 / 32;

  /** Checks. */
  public StudentizedRange {
    if (size < 2) {
      throw new IllegalArgumentException("size (" + size + ") must be at least 2.");
    }
  }

  /**
   * The probability of a range of at most {@code range}, k ∫ φ(z) [Φ(z) − Φ(z − range)]ᵏ⁻¹ dz.
   *
   * @param range not negative
   */
  public double cumulative(double range) {
    double sum = 0;
    for (double z = -END; z <= END; z += STEP) {
      double between = Erf.erf((z - range) / Math.sqrt(2), z / Math.sqrt(2)) / 2;
      sum += Math.exp(-z * z / 2) * Math.pow(between, size - 1);
    }
    return Math.min(1, size * STEP * sum / Math.sqrt(2 * Math.PI));
  }

  /**
   * The range that is exceeded with a probability.
   *
   * @param alpha the probability, in (0, 1)
   */
  public double critical(double alpha) {
    double low = 0;
    double high = 2 * END;
    for (int halving = 0; halving < 60; halving++) {
      double middle = (low + high) / 2;
      if (1 - cumulative(middle) > alpha) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
