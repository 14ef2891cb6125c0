package org.espalier.nas.tf.graph;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.op.Op;

/** New values of several variables, assigned in one run; it owns the tensors fed. */
final class Assignment implements AutoCloseable {
  private final Session.Runner runner;
  private final List<Tensor> fed = new ArrayList<>();

  Assignment(Session session) {
    runner = session.runner();
  }

  void feed(Variable<?> variable, Tensor value) {
    fed.add(value);
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
    fed.forEach(Tensor::close);
  }
}
