package org.espalier.nas.tf.layer;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.apiguardian.api.API;

/** The values that a variable has before training. */
@API(status = EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface FirstValues {

  /**
   * Returns the values.
   *
   * @param size how many
   * @param random the one source of chance, which the trial's seed fixes
   * @return in row-major order
   */
  float[] draw(int size, RandomGenerator random);

  /** Returns the same value everywhere. */
  static FirstValues constant(float value) {
    return (size, random) -> {
      float[] values = new float[size];
      Arrays.fill(values, value);
      return values;
    };
  }

  /** Returns draws from a normal distribution around 0. */
  static FirstValues normal(double deviation) {
    return (size, random) -> {
      float[] values = new float[size];
      for (int i = 0; i < size; i++) {
        values[i] = (float) (deviation * random.nextGaussian());
      }
      return values;
    };
  }
}
