package org.espalier.nas.tf.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** A graph whose inputs a test feeds with arrays and whose outputs it reads as arrays. */
public final class Evaluation implements AutoCloseable {
  private final GraphSession graph = new GraphSession();
  private final Map<Operand<TFloat32>, TFloat32> inputs = new LinkedHashMap<>();

  /** Returns the graph under test. */
  public GraphSession graph() {
    return graph;
  }

  /** Adds an input with the values to feed in every run; its first dimension is unspecified. */
  public Operand<TFloat32> input(Shape shape, float... values) {
    long[] open = shape.asArray();
    open[0] = Shape.UNKNOWN_SIZE;
    Operand<TFloat32> input =
        graph.tf().placeholder(TFloat32.class, Placeholder.shape(Shape.of(open)));
    inputs.put(input, Tensors.of(values, shape));
    return input;
  }

  /** Returns the values of one output. */
  public float[] of(Operand<TFloat32> output) {
    return of(List.of(output)).get(0);
  }

  /** Returns the values of several outputs in one run. */
  public List<float[]> of(List<? extends Operand<TFloat32>> outputs) {
    SessionRunner runner = graph.runner();
    inputs.forEach(runner::feed);
    outputs.forEach(runner::fetch);
    List<float[]> values = new ArrayList<>();
    try (Result result = runner.run()) {
      for (int i = 0; i < outputs.size(); i++) {
        values.add(Tensors.floats(result.get(i)));
      }
    }
    return values;
  }

  /** Returns the gradient of Σ outputᵢ·incomingᵢ with respect to each of the inputs. */
  public List<float[]> gradients(
      Operand<TFloat32> output,
      Operand<TFloat32> incoming,
      List<? extends Operand<TFloat32>> withRespectTo) {
    return of(Gradients.withRespectTo(graph, List.of(output), List.of(incoming), withRespectTo));
  }

  @Override
  public void close() {
    inputs.values().forEach(Tensor::close);
    graph.close();
  }
}
