package org.espalier.nas.tf.optimizer;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.training.OptimizerSettings;
import org.espalier.nas.tf.graph.Checkpoint;
import org.espalier.nas.tf.graph.GraphSession;
import org.espalier.nas.tf.graph.SessionRunner;
import org.espalier.nas.tf.graph.Tensors;
import org.espalier.nas.tf.graph.Variable;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** A matrix and a vector, trained with gradients that the test feeds. */
final class OptimizerFixture implements AutoCloseable {
  static final List<Shape> SHAPES = List.of(Shape.of(2, 2), Shape.of(3));
  static final List<float[]> INITIAL =
      List.of(new float[] {0.5f, -1.25f, 2f, 0.01f}, new float[] {-0.3f, 0f, 1f});

  final GraphSession graph;
  final List<Variable<TFloat32>> variables = new ArrayList<>();
  final List<Operand<TFloat32>> gradients = new ArrayList<>();
  final TrainStep step;

  OptimizerFixture(OptimizerSettings settings) {
    this(settings, new GraphSession());
  }

  /** Creates the fixture on an empty graph, which it closes. */
  OptimizerFixture(OptimizerSettings settings, GraphSession graph) {
    this.graph = graph;
    for (Shape shape : SHAPES) {
      variables.add(Variable.floats(graph.tf(), "weights", shape));
      gradients.add(graph.tf().placeholder(TFloat32.class, Placeholder.shape(shape)));
    }
    step = Optimizer.of(settings).minimise(graph.tf(), variables, gradients);
    Checkpoint.write(graph.session(), variables, INITIAL);
    graph.run(List.of(step.initialise()));
  }

  /** Returns the gradients of a step: of both signs, of different sizes, sometimes exactly zero. */
  static List<float[]> gradients(int step) {
    return List.of(
        new float[] {0.1f * (step + 1), -0.4f, (step % 2 == 0) ? 1.5f : -0.7f, 0.003f},
        new float[] {(float) Math.sin(step), step % 3 == 1 ? 0f : 0.25f, -2f});
  }

  /** Runs a step and returns its learning rate. */
  float train(List<float[]> values) {
    List<TFloat32> fed = new ArrayList<>();
    SessionRunner runner = graph.runner().fetch(step.learningRate()).addTarget(step.train());
    for (int i = 0; i < values.size(); i++) {
      fed.add(Tensors.of(values.get(i), SHAPES.get(i)));
      runner.feed(gradients.get(i), fed.get(i));
    }
    try (Result result = runner.run()) {
      return Tensors.floats(result.get(0))[0];
    } finally {
      fed.forEach(TFloat32::close);
    }
  }

  List<float[]> weights() {
    return Checkpoint.read(graph.session(), variables);
  }

  @Override
  public void close() {
    graph.close();
  }
}
