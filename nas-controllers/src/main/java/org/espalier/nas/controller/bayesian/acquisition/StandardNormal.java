package org.espalier.nas.controller.bayesian.acquisition;

import org.hipparchus.special.Erf;
import org.hipparchus.util.FastMath;

/**
 * The standard normal distribution far out in its lower tail, where the density φ, the cumulative
 * probability Φ and the improvement h(z) = φ(z) + z·Φ(z) underflow while their logarithms and
 * ratios do not.
 *
 * <p>Below {@value #TAIL} these come from the continued fraction of Mills' ratio: with t = −z and D
 * = t + 2/(t + 3/(t + …)), Φ/φ = 1/(t + 1/D), and so h/φ = 1 − t·Φ/φ = 1/(1 + t·D) without a
 * difference of nearly equal numbers.
 */
final class StandardNormal {
  private static final double TAIL = -1;
  private static final double LOG_ROOT_2_PI = 0.5 * FastMath.log(2 * Math.PI);

  private StandardNormal() {}

  static double density(double z) {
    return FastMath.exp(logDensity(z));
  }

  static double logDensity(double z) {
    return -0.5 * z * z - LOG_ROOT_2_PI;
  }

  static double cumulative(double z) {
    return 0.5 * Erf.erfc(-z / Math.sqrt(2));
  }

  /** Returns log Φ(z). */
  static double logCumulative(double z) {
    return z < TAIL
        ? logDensity(z) - FastMath.log(-z + 1 / fraction(-z))
        : FastMath.log(cumulative(z));
  }

  /** Returns φ(z)/Φ(z). */
  static double hazardBelow(double z) {
    return z < TAIL ? -z + 1 / fraction(-z) : density(z) / cumulative(z);
  }

  /** Returns log h(z) and its parts. */
  static Improvement improvement(double z) {
    if (z < TAIL) {
      double fraction = fraction(-z);
      return new Improvement(
          logDensity(z) - FastMath.log1p(-z * fraction), 1 - z * fraction, fraction);
    }
    double density = density(z);
    double cumulative = cumulative(z);
    double improvement = density + z * cumulative;
    return new Improvement(
        FastMath.log(improvement), density / improvement, cumulative / improvement);
  }

  /**
   * The improvement h(z).
   *
   * @param logarithm log h
   * @param densityRatio φ/h
   * @param cumulativeRatio Φ/h
   */
  record Improvement(double logarithm, double densityRatio, double cumulativeRatio) {}

  /**
   * Returns D, evaluated from the end of the fraction: at t = 1 three hundred terms give full
   * precision, further out fewer.
   */
  private static double fraction(double t) {
    double value = t;
    for (int term = 5 + (int) (300 / t); term >= 2; term--) {
      value = t + term / value;
    }
    return value;
  }
}
