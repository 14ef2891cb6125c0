package org.espalier.nas.tf.layer;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.apiguardian.api.API;

/** The initial values of a variable. */
@API(status = EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface FirstValues {

  /**
   * Returns the values.
   *
   * @param size the number of values
   * @param random the only source of randomness, fixed by the trial's seed
   * @return the values in row-major order
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
