package org.espalier.nas.tf.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.espalier.nas.tf.graph.Tensors;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Tensors for placeholders, to be fed to several runs; it owns them. */
final class Feeds implements AutoCloseable {
  private final Map<Operand<?>, Tensor> tensors = new LinkedHashMap<>();

  Feeds floats(Operand<TFloat32> placeholder, float[] values, Shape shape) {
    return put(placeholder, Tensors.of(values, shape));
  }

  Feeds scalar(Operand<TFloat32> placeholder, double value) {
    return put(placeholder, Tensors.scalar((float) value));
  }

  Feeds ints(Operand<TInt32> placeholder, int[] values) {
    return put(placeholder, Tensors.of(values));
  }

  private Feeds put(Operand<?> placeholder, Tensor tensor) {
    tensors.put(placeholder, tensor);
    return this;
  }

  Session.Runner to(Session.Runner runner) {
    tensors.forEach(runner::feed);
    return runner;
  }

  @Override
  public void close() {
    tensors.values().forEach(Tensor::close);
  }
}
