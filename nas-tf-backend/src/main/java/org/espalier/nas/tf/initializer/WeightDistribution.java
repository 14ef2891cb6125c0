package org.espalier.nas.tf.initializer;

import java.util.random.RandomGenerator;

/** A distribution with mean 0 and a given standard deviation. */
enum WeightDistribution {
  UNIFORM {
    @Override
    void fill(float[] values, double deviation, RandomGenerator random) {
      float limit = (float) (Math.sqrt(3) * deviation);
      for (int i = 0; i < values.length; i++) {
        values[i] = limit * (2 * random.nextFloat() - 1);
      }
    }
  },

  TRUNCATED_NORMAL {
    @Override
    void fill(float[] values, double deviation, RandomGenerator random) {
      double scale = deviation / DEVIATION_WITHIN_BOUND;
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (scale * withinBound(random));
      }
    }
  };

  private static final double BOUND = 2;

  /** The standard deviation of a standard normal number that lies in [−2, 2]. */
  private static final double DEVIATION_WITHIN_BOUND = 0.8796256610342398;

  abstract void fill(float[] values, double deviation, RandomGenerator random);

  private static double withinBound(RandomGenerator random) {
    double value;
    do {
      value = random.nextGaussian();
    } while (Math.abs(value) > BOUND);
    return value;
  }
}
