package org.espalier.nas.tf.augmentation;

import java.util.random.RandomGenerator;

/**
 * The symmetric distribution Beta(α, α), sampled as X / (X + Y) of two gamma variables (Marsaglia
 * &amp; Tsang 2000) in logarithms, which cannot underflow for a small α.
 *
 * @param alpha α, positive
 */
record BetaDistribution(double alpha) {

  /** Returns a number in [0, 1]. */
  double sample(RandomGenerator random) {
    double first = logGamma(random);
    double second = logGamma(random);
    return 1 / (1 + StrictMath.exp(second - first));
  }

  /** Returns the logarithm of a gamma variable: that of α + 1, times U^(1/α). */
  private double logGamma(RandomGenerator random) {
    double d = alpha + 1 - 1.0 / 3;
    double c = 1 / StrictMath.sqrt(9 * d);
    while (true) {
      double normal = random.nextGaussian();
      double root = 1 + c * normal;
      if (root <= 0) {
        continue;
      }
      double logCube = 3 * StrictMath.log(root);
      double cube = root * root * root;
      if (StrictMath.log(1 - random.nextDouble())
          < 0.5 * normal * normal + d * (1 - cube + logCube)) {
        double uniform = 1 - random.nextDouble();
        return StrictMath.log(d) + logCube + StrictMath.log(uniform) / alpha;
      }
    }
  }
}
