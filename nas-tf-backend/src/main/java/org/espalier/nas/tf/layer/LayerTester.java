package org.espalier.nas.tf.layer;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.apiguardian.api.API;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.tf.graph.Checkpoint;
import org.espalier.nas.tf.graph.Gradients;
import org.espalier.nas.tf.graph.GraphSession;
import org.espalier.nas.tf.graph.SessionRunner;
import org.espalier.nas.tf.graph.Tensors;
import org.espalier.nas.tf.graph.Variable;
import org.espalier.nas.tf.initializer.Initializer;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * One layer in a graph of its own, for the tests of its builder.
 *
 * @param <L> the record that describes the layer
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class LayerTester<L extends LayerSpec> implements AutoCloseable {
  private static final int EXAMPLES = 4;
  private static final int DIRECTIONS = 5;
  private static final float STEP = 1e-2f;

  private final GraphSession graph;
  private final RandomStreams streams;
  private final BuiltLayer layer;
  private final Shape examples;
  private final Placeholder<TFloat32> input;
  private final Operand<TFloat32> training;
  private final Operand<TFloat32> inference;
  private final Placeholder<TFloat32> incoming;
  private final List<Operand<TFloat32>> gradients;

  private LayerTester(
      GraphSession graph, LayerBuilder<L> builder, L spec, TensorShape input, long seed) {
    this.graph = graph;
    Ops tf = graph.tf();
    this.streams = new RandomStreams(seed);
    long[] sizes = input.dimensions().stream().mapToLong(size -> size).toArray();
    this.examples = Shape.of(sizes).prepend(EXAMPLES);
    this.input = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(sizes).prepend(-1)));
    Variable<TInt64> iteration = Variable.counter(tf, "iteration");
    LayerContext context = new LayerContext(tf, "layer", seed, new TrainingClock(tf, iteration, 0));
    this.layer = new BuiltLayer(builder.build(context, spec, List.of(input)), context.variables());
    this.training = applied(tf, Mode.TRAINING);
    this.inference = applied(tf, Mode.INFERENCE);
    this.incoming = tf.placeholder(TFloat32.class);
    this.gradients =
        layer.variables().isEmpty()
            ? List.of()
            : Gradients.of(graph, inference, incoming, layer.variables());
    Checkpoint.write(
        graph.session(),
        layer.variables(),
        layer.initialValues(Initializer.GLOROT_UNIFORM, streams.stream("initial", 0)),
        iteration.assign(tf.constant(0L)));
  }

  /**
   * Builds a layer and initialises its variables.
   *
   * @param <L> the record that describes the layer
   * @param input the shape of one example
   * @param seed the seed of initial values, examples and the layer's draws
   * @return a tester, which the caller closes
   */
  public static <L extends LayerSpec> LayerTester<L> of(
      LayerBuilder<L> builder, L spec, TensorShape input, long seed) {
    return GraphSession.build(graph -> new LayerTester<>(graph, builder, spec, input, seed));
  }

  private Operand<TFloat32> applied(Ops tf, Mode mode) {
    return layer.activate(tf, layer.linear(tf, List.of(input), mode));
  }

  /** Returns the number of values in all variables, which the record must match. */
  public long parameters() {
    return layer.variables().stream().mapToLong(Variable::size).sum();
  }

  /** Returns the shape of the output for one example, which the record must match. */
  public TensorShape outputShape() {
    try (TFloat32 fed = Tensors.of(examples(), examples);
        Result result = graph.runner().feed(input, fed).fetch(inference).run()) {
      long[] sizes = result.get(0).shape().asArray();
      return new TensorShape(LongStream.of(sizes).skip(1).mapToObj(Math::toIntExact).toList());
    }
  }

  /**
   * Returns the output for some examples, example after example.
   *
   * @param features the features of the examples, example after example
   */
  public float[] output(float[] features, Mode mode) {
    long count = features.length / (examples.size() / EXAMPLES);
    long[] sizes = examples.asArray();
    sizes[0] = count;
    Operand<TFloat32> output = mode == Mode.TRAINING ? training : inference;
    try (TFloat32 fed = Tensors.of(features, Shape.of(sizes));
        Result result = graph.runner().feed(input, fed).fetch(output).run()) {
      return Tensors.floats(result.get(0));
    }
  }

  /**
   * Returns the error of the gradient with respect to the variables, relative to its size: the
   * largest difference to central differences along random directions. In single precision it is a
   * few thousandths for a correct gradient, and more near kinks, such as those of ReLU.
   *
   * @return not negative; 0 if there are no variables
   */
  public double gradientError() {
    List<float[]> at = Checkpoint.read(graph.session(), layer.variables());
    float[] examples = examples();
    float[] weights = gaussian(output(examples, Mode.INFERENCE).length, "incoming", 0);
    double error = 0;
    for (int index = 0; index < (at.isEmpty() ? 0 : DIRECTIONS); index++) {
      List<float[]> direction = new ArrayList<>();
      for (int v = 0; v < at.size(); v++) {
        direction.add(gaussian(at.get(v).length, "direction", index * at.size() + v));
      }
      double expected =
          (loss(moved(at, direction, STEP), examples, weights)
                  - loss(moved(at, direction, -STEP), examples, weights))
              / (2 * STEP);
      Checkpoint.write(graph.session(), layer.variables(), at);
      double actual = along(direction, examples, weights);
      double size = Math.max(1e-3, Math.max(Math.abs(expected), Math.abs(actual)));
      error = Math.max(error, Math.abs(expected - actual) / size);
    }
    return error;
  }

  private double loss(List<float[]> values, float[] examples, float[] weights) {
    Checkpoint.write(graph.session(), layer.variables(), values);
    return dot(output(examples, Mode.INFERENCE), weights);
  }

  private double along(List<float[]> direction, float[] features, float[] weights) {
    long[] sizes = outputShape().dimensions().stream().mapToLong(size -> size).toArray();
    try (TFloat32 fed = Tensors.of(features, examples);
        TFloat32 given = Tensors.of(weights, Shape.of(sizes).prepend(EXAMPLES))) {
      SessionRunner runner = graph.runner().feed(input, fed).feed(incoming, given);
      gradients.forEach(runner::fetch);
      double sum = 0;
      try (Result result = runner.run()) {
        for (int i = 0; i < direction.size(); i++) {
          sum += dot(Tensors.floats(result.get(i)), direction.get(i));
        }
      }
      return sum;
    }
  }

  private static List<float[]> moved(List<float[]> at, List<float[]> direction, float step) {
    List<float[]> moved = new ArrayList<>();
    for (int v = 0; v < at.size(); v++) {
      float[] values = at.get(v).clone();
      for (int i = 0; i < values.length; i++) {
        values[i] += step * direction.get(v)[i];
      }
      moved.add(values);
    }
    return moved;
  }

  private static double dot(float[] left, float[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += (double) left[i] * right[i];
    }
    return sum;
  }

  private float[] examples() {
    return gaussian(Math.toIntExact(examples.size()), "examples", 0);
  }

  private float[] gaussian(int size, String purpose, int index) {
    RandomGenerator random = streams.stream(purpose, index);
    return FirstValues.normal(1).draw(size, random);
  }

  @Override
  public void close() {
    graph.close();
  }
}
