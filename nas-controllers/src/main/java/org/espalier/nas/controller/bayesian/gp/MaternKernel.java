package org.espalier.nas.controller.bayesian.gp;

import java.util.Arrays;

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

  private double squaredDistance(int differences) {
    double sum = 0;
    for (int axis = 0; axis < weights.length; axis++) {
      sum += (differences >> axis & 1) == 0 ? 0 : weights[axis];
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

  /** Returns points in the form to which distances are computed fast. */
  TrainingPoints training(double[][] points) {
    return new TrainingPoints(metric, points);
  }

  /** Returns r² from a point to the first {@code count} of others. */
  double[] squaredDistances(TrainingPoints others, double[] point, int count) {
    return others.squaredDistances(point, count, weights);
  }

  /** Returns the covariances of a point with the first {@code count} of others. */
  double[] covariances(TrainingPoints others, double[] point, int count) {
    if (byDifferences.length > 0) {
      return tabulated(others.differences(point, count));
    }
    double[] covariances = squaredDistances(others, point, count);
    for (int i = 0; i < count; i++) {
      covariances[i] = covariance(covariances[i]);
    }
    return covariances;
  }

  private double[] tabulated(int[] differences) {
    double[] covariances = new double[differences.length];
    for (int i = 0; i < covariances.length; i++) {
      int set = differences[i];
      if (Double.isNaN(byDifferences[set])) {
        byDifferences[set] = covariance(squaredDistance(set));
      }
      covariances[i] = byDifferences[set];
    }
    return covariances;
  }

  double covariance(double squaredDistance) {
    double scaled = ROOT_5 * Math.sqrt(squaredDistance);
    return (1 + scaled + 5.0 / 3 * squaredDistance) * (signal * Exponential.of(-scaled));
  }

  /**
   * Computes covariances with their derivatives.
   *
   * @param squaredDistances overwritten with the derivative of each covariance by them
   * @param covariances overwritten with the covariances
   */
  void evaluate(double[] squaredDistances, double[] covariances) {
    for (int i = 0; i < covariances.length; i++) {
      double scaled = ROOT_5 * Math.sqrt(squaredDistances[i]);
      double decay = signal * Exponential.of(-scaled);
      covariances[i] = (1 + scaled + 5.0 / 3 * squaredDistances[i]) * decay;
      squaredDistances[i] = -5.0 / 6 * (1 + scaled) * decay;
    }
  }
}
