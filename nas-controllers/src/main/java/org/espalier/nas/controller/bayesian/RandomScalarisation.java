package org.espalier.nas.controller.bayesian;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Augmented Chebyshev function (Knowles 2006, equation 2) of normalised losses: the largest
 * weighted loss plus a small share of their weighted sum, which excludes weakly dominated optima.
 *
 * <p>With each vector of weights another point of the front is the least, on a front of any shape.
 */
final class RandomScalarisation {
  private final double[] weights;
  private final double share;

  private RandomScalarisation(double[] weights, double share) {
    this.weights = weights;
    this.share = share;
  }

  /**
   * Draws weights uniformly from all that are not negative and have the sum 1.
   *
   * @param objectives the number of weights, positive
   * @param share ρ, the share of the weighted sum
   * @param random the source of the draw
   */
  static RandomScalarisation draw(int objectives, double share, RandomGenerator random) {
    double[] weights = new double[objectives];
    // Gaps of exponential size, as those between sorted uniform numbers have.
    Arrays.setAll(weights, i -> -StrictMath.log(1 - random.nextDouble()));
    double sum = Arrays.stream(weights).sum();
    Arrays.setAll(weights, i -> sum == 0 ? 1.0 / objectives : weights[i] / sum);
    return new RandomScalarisation(weights, share);
  }

  /** Returns a copy of the weights. */
  double[] weights() {
    return weights.clone();
  }

  /**
   * Returns the value of losses, of which less is better.
   *
   * @param losses as many as weights, each from 0, the best so far, to 1, the worst
   */
  double of(double[] losses) {
    double largest = 0;
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      largest = Math.max(largest, weights[i] * losses[i]);
      sum += weights[i] * losses[i];
    }
    return largest + share * sum;
  }
}
