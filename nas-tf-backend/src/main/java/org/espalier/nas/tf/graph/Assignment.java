package org.espalier.nas.tf.graph;

import java.util.function.Supplier;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.op.Op;

/** An assignment of new values to several variables in one run; owns the fed tensors. */
final class Assignment implements AutoCloseable {
  private final SessionRunner runner;
  private final ResourceStack fed = new ResourceStack();

  Assignment(Session session) {
    runner = new SessionRunner(session);
  }

  void feed(Variable<?> variable, Supplier<Tensor> opener) {
    Tensor value = fed.open(opener, Tensor::close);
    runner.feed(variable.fed(), value).addTarget(variable.assign());
  }

  void add(Op... targets) {
    for (Op target : targets) {
      runner.addTarget(target);
    }
  }

  void run() {
    if (!runner.isEmpty()) {
      runner.run().close();
    }
  }

  @Override
  public void close() {
    fed.close();
  }
}
