package org.espalier.nas.controller.bayesian.gp;

import java.util.random.RandomGenerator;
import org.hipparchus.util.FastMath;

/**
 * A weak normal prior over the hyper-parameters, which keeps a fit from overfitting few
 * observations.
 *
 * <p>Length scales: log ℓ has the mean √2 + ½·log D and the deviation √3, which grows with the
 * number of coordinates as distances do (Hvarfner, Hellsten &amp; Nardi 2024, eq. 5). The variances
 * are those of standardised targets: that of the signal is about 1, that of the noise between
 * nothing and much, more likely little.
 */
final class HyperparameterPrior {
  private static final double SIGNAL_DEVIATION = 1.5;
  private static final double NOISE = FastMath.log(1e-4);
  private static final double NOISE_DEVIATION = 3;
  private static final double LEAST_NOISE = FastMath.log(1e-7);
  private static final double MOST_NOISE = FastMath.log(10);
  private static final double BOUND = 8;

  private final int dimensions;
  private final double[] means;
  private final double[] deviations;

  HyperparameterPrior(int dimensions) {
    this.dimensions = dimensions;
    this.means = new double[dimensions + 3];
    this.deviations = new double[dimensions + 3];
    for (int axis = 0; axis < dimensions; axis++) {
      means[axis] = Math.sqrt(2) + 0.5 * FastMath.log(dimensions);
      deviations[axis] = Math.sqrt(3);
    }
    deviations[dimensions] = SIGNAL_DEVIATION;
    means[dimensions + 1] = NOISE;
    deviations[dimensions + 1] = NOISE_DEVIATION;
    deviations[dimensions + 2] = 1;
  }

  double[] mode() {
    return means.clone();
  }

  /** Returns the start of a first fit, at shorter length scales than the mode. */
  double[] start() {
    double[] start = mode();
    for (int axis = 0; axis < dimensions; axis++) {
      start[axis] = FastMath.log(0.5) + 0.5 * FastMath.log(dimensions);
    }
    return start;
  }

  double[] draw(RandomGenerator random) {
    double[] drawn = start();
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] += 0.5 * deviations[i] * random.nextGaussian();
    }
    return drawn;
  }

  /**
   * Returns the logarithm of the density up to a constant; adds its derivatives to {@code slope}.
   */
  double logDensity(double[] vector, double[] slope) {
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      double z = (vector[i] - means[i]) / deviations[i];
      sum -= 0.5 * z * z;
      slope[i] -= z / deviations[i];
    }
    return sum;
  }

  double[] lower() {
    double[] bounds = mode();
    for (int i = 0; i < bounds.length; i++) {
      bounds[i] = i == dimensions + 1 ? LEAST_NOISE : -BOUND;
    }
    return bounds;
  }

  double[] upper() {
    double[] bounds = mode();
    for (int i = 0; i < bounds.length; i++) {
      bounds[i] = i == dimensions + 1 ? MOST_NOISE : BOUND;
    }
    return bounds;
  }
}
