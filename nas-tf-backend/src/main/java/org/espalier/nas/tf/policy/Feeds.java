package org.espalier.nas.tf.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.espalier.nas.tf.graph.ResourceStack;
import org.espalier.nas.tf.graph.SessionRunner;
import org.espalier.nas.tf.graph.Tensors;
import org.tensorflow.Operand;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Tensors for placeholders, fed to several runs; all are closed if creating one fails. */
final class Feeds implements AutoCloseable {
  private final ResourceStack resources = new ResourceStack();
  private final Map<Operand<?>, Tensor> tensors = new LinkedHashMap<>();

  Feeds floats(Operand<TFloat32> placeholder, float[] values, Shape shape) {
    return put(placeholder, () -> Tensors.of(values, shape));
  }

  Feeds scalar(Operand<TFloat32> placeholder, double value) {
    return put(placeholder, () -> Tensors.scalar((float) value));
  }

  Feeds ints(Operand<TInt32> placeholder, int[] values) {
    return put(placeholder, () -> Tensors.of(values));
  }

  private Feeds put(Operand<?> placeholder, Supplier<Tensor> opener) {
    tensors.put(placeholder, resources.open(opener, Tensor::close));
    return this;
  }

  SessionRunner to(SessionRunner runner) {
    tensors.forEach(runner::feed);
    return runner;
  }

  @Override
  public void close() {
    resources.close();
  }
}
