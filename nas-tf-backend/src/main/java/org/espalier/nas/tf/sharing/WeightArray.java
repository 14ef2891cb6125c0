package org.espalier.nas.tf.sharing;

import java.util.Arrays;
import java.util.Objects;
import org.espalier.nas.api.network.TensorShape;

/**
 * The values of one variable outside of TensorFlow. The array is neither copied in nor out and must
 * not be changed: weights are large and passed on often.
 */
public final class WeightArray {
  private final TensorShape shape;
  private final float[] values;

  /**
   * Creates the values of a variable.
   *
   * @param shape the variable's shape
   * @param values the values in row-major order, as many as the shape holds
   */
  public WeightArray(TensorShape shape, float[] values) {
    this.shape = Objects.requireNonNull(shape);
    this.values = values;
    if (values.length != shape.size()) {
      throw new IllegalArgumentException(
          "values (%d) must be as many as the shape %s holds.".formatted(values.length, shape));
    }
  }

  /** Returns the variable's shape. */
  public TensorShape shape() {
    return shape;
  }

  /** Returns the values in row-major order, which must not be changed. */
  public float[] values() {
    return values;
  }

  /** Returns true if shape and bits are equal. */
  @Override
  public boolean equals(Object other) {
    return other instanceof WeightArray that
        && shape.equals(that.shape)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "WeightArray[" + shape + "]";
  }
}
