package org.espalier.nas.data.cache;

import org.espalier.nas.api.network.TensorShape;

/** The features of some examples; the array is not copied and must not be changed. */
final class Features {
  private final TensorShape shape;
  private final float[] values;

  /**
   * Wraps features.
   *
   * @param shape the shape of the features of one example
   * @param values the values, example after example
   */
  Features(TensorShape shape, float[] values) {
    this.shape = shape;
    this.values = values;
    if (values.length % shape.size() != 0) {
      throw new IllegalArgumentException(
          "values (%d) must be whole examples of %s.".formatted(values.length, shape));
    }
  }

  TensorShape shape() {
    return shape;
  }

  float[] values() {
    return values;
  }

  int examples() {
    return values.length / shape.size();
  }
}
