package org.espalier.nas.controller.bayesian.gp;

import java.util.Arrays;
import org.hipparchus.util.FastMath;

/**
 * The Matérn covariance of smoothness 5/2 with a length scale for each coordinate (Rasmussen &amp;
 * Williams 2006, eq. 4.17): s²·(1 + √5·r + 5/3·r²)·exp(−√5·r), r² = Σ δ²/ℓ².
 */
final class MaternKernel {
  private static final double ROOT_5 = Math.sqrt(5);

  /** The most coordinates for whose 2ⁿ sets of differences a table of covariances is kept. */
  private static final int TABULATED = 10;

  private final SquaredDistance metric;
  private final double[] weights;
  private final double signal;
  private final double[] byDifferences;

  MaternKernel(SquaredDistance metric, Hyperparameters parameters) {
    this.metric = metric;
    this.signal = parameters.signalVariance();
    this.weights = new double[metric.dimensions()];
    for (int axis = 0; axis < weights.length; axis++) {
      double scale = parameters.lengthScale(axis);
      weights[axis] = 1 / (scale * scale);
    }
    boolean tabulated = metric.onlyDiffers() && weights.length <= TABULATED;
    this.byDifferences = new double[tabulated ? 1 << weights.length : 0];
    Arrays.fill(byDifferences, Double.NaN);
  }

  double variance() {
    return signal;
  }

  /** Returns 1/ℓ². */
  double weight(int axis) {
    return weights[axis];
  }

  double squaredDistance(double[] one, double[] other) {
    double sum = 0;
    for (int axis = 0; axis < weights.length; axis++) {
      sum += weights[axis] * metric.squared(axis, one[axis], other[axis]);
    }
    return sum;
  }

  /** Returns r² for the squared distances along each coordinate. */
  double squaredDistance(double[] apart) {
    double sum = 0;
    for (int axis = 0; axis < weights.length; axis++) {
      sum += weights[axis] * apart[axis];
    }
    return sum;
  }

  /** Returns the covariance of two points. */
  double covariance(double[] one, double[] other) {
    if (byDifferences.length == 0) {
      return covariance(squaredDistance(one, other));
    }
    int differences = metric.differences(one, other);
    double known = byDifferences[differences];
    if (Double.isNaN(known)) {
      known = covariance(squaredDistance(one, other));
      byDifferences[differences] = known;
    }
    return known;
  }

  double covariance(double squaredDistance) {
    double scaled = ROOT_5 * Math.sqrt(squaredDistance);
    return signal * (1 + scaled + 5.0 / 3 * squaredDistance) * FastMath.exp(-scaled);
  }

  /** Returns the derivative of {@link #covariance} by the squared distance. */
  double slope(double squaredDistance) {
    double scaled = ROOT_5 * Math.sqrt(squaredDistance);
    return -5.0 / 6 * signal * (1 + scaled) * FastMath.exp(-scaled);
  }
}
