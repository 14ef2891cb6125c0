package org.espalier.nas.tf.initializer;

import java.util.random.RandomGenerator;

/**
 * The distribution of a layer's initial weights, with mean 0.
 *
 * <p>The variance is 1/mean(fan-in, fan-out) for Glorot (Glorot &amp; Bengio 2010), 2/fan-in for He
 * (He et al. 2015) and 1/fan-in for LeCun (LeCun et al. 1998). Normal distributions are truncated
 * at two standard deviations, and widened so that the variance after truncation is correct.
 */
public enum Initializer {
  /** Uniform with Glorot's variance. */
  GLOROT_UNIFORM(Variance.GLOROT, WeightDistribution.UNIFORM),
  /** Normal with Glorot's variance. */
  GLOROT_NORMAL(Variance.GLOROT, WeightDistribution.TRUNCATED_NORMAL),
  /** Uniform with He's variance. */
  HE_UNIFORM(Variance.HE, WeightDistribution.UNIFORM),
  /** Normal with He's variance. */
  HE_NORMAL(Variance.HE, WeightDistribution.TRUNCATED_NORMAL),
  /** Uniform with LeCun's variance. */
  LECUN_UNIFORM(Variance.LECUN, WeightDistribution.UNIFORM),
  /** Normal with LeCun's variance. */
  LECUN_NORMAL(Variance.LECUN, WeightDistribution.TRUNCATED_NORMAL),
  /** All zeros. */
  ZEROS(Variance.NONE, WeightDistribution.UNIFORM);

  private final Variance variance;
  private final WeightDistribution distribution;

  Initializer(Variance variance, WeightDistribution distribution) {
    this.variance = variance;
    this.distribution = distribution;
  }

  /**
   * Draws weights.
   *
   * @param size the number of weights
   * @param fanIn the number of inputs of a unit, positive
   * @param fanOut the number of units that an input goes to, positive
   */
  public float[] draw(int size, int fanIn, int fanOut, RandomGenerator random) {
    if (fanIn <= 0 || fanOut <= 0) {
      throw new IllegalArgumentException(
          "fanIn (%d) and fanOut (%d) must be positive.".formatted(fanIn, fanOut));
    }
    float[] weights = new float[size];
    double deviation = Math.sqrt(variance.of(fanIn, fanOut));
    if (deviation > 0) {
      distribution.fill(weights, deviation, random);
    }
    return weights;
  }

  /** Draws the matrix of a fully connected layer, in row-major order. */
  public float[] matrix(int inputs, int units, RandomGenerator random) {
    return draw(Math.multiplyExact(inputs, units), inputs, units, random);
  }
}
