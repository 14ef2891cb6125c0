package org.espalier.nas.tf.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.network.NetworkSpec;
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

/** A network in a graph of its own, with initialised variables, for tests of layers. */
public final class BuiltNetwork implements AutoCloseable {
  private static final int DIRECTIONS = 4;

  private final GraphSession graph = new GraphSession();
  private final Network network;
  private final TensorShape input;
  private final int examples;
  private final Placeholder<TFloat32> features;
  private final Placeholder<TFloat32> incoming;
  private final Operand<TFloat32> training;
  private final Operand<TFloat32> inference;
  private final List<Operand<TFloat32>> statistics;
  private final List<Operand<TFloat32>> gradients;

  /** Builds a network. */
  public BuiltNetwork(NetworkSpec spec, int examples) {
    Ops tf = graph.tf();
    this.input = spec.input();
    this.examples = examples;
    features = tf.placeholder(TFloat32.class, Placeholder.shape(batch(input, -1)));
    // A network that passes its input through could not be fed and fetched otherwise.
    Operand<TFloat32> given = tf.identity(features);
    incoming = tf.placeholder(TFloat32.class);
    Variable<TInt64> iteration = Variable.counter(tf, "iteration");
    network = Network.build(tf, StandardLayers.builders(), spec.expanded(), 7, iteration);
    training = network.forward(tf, given, Mode.TRAINING).predictions();
    inference = network.forward(tf, given, Mode.INFERENCE).predictions();
    statistics = network.statistics(tf, features);
    List<Operand<TFloat32>> with = new ArrayList<>();
    with.add(features);
    network.trained().forEach(variable -> with.add(variable.value()));
    gradients = Gradients.withRespectTo(graph, List.of(training), List.of(incoming), with);
    Checkpoint.write(
        graph.session(),
        network.variables(),
        network.initialValues(Initializer.GLOROT_UNIFORM),
        iteration.assign(tf.constant(0L)));
  }

  private static Shape batch(TensorShape example, long size) {
    return Shape.of(example.dimensions().stream().mapToLong(d -> d).toArray()).prepend(size);
  }

  /** Returns the network. */
  public Network network() {
    return network;
  }

  /** Returns the number of values in all trained variables. */
  public long parameters() {
    return network.trained().stream().mapToLong(Variable::size).sum();
  }

  /** Returns the values of a variable. */
  public float[] values(String name) {
    List<Variable<TFloat32>> variables =
        network.variables().stream().filter(variable -> variable.name().equals(name)).toList();
    return Checkpoint.read(graph.session(), variables).get(0);
  }

  /** Assigns values to the state. */
  public void setState(List<float[]> values) {
    Checkpoint.write(graph.session(), network.state(), values);
  }

  /** Returns random examples. */
  public float[] examples() {
    return gaussian(examples * input.size(), 0);
  }

  /** Returns the shape of a batch of outputs. */
  public long[] outputShape() {
    try (TFloat32 fed = Tensors.of(examples(), batch(input, examples));
        Result result = graph.runner().feed(features, fed).fetch(inference).run()) {
      return result.get(0).shape().asArray();
    }
  }

  /** Returns the statistics of the examples. */
  public List<float[]> statistics(float[] values) {
    SessionRunner runner = graph.runner();
    statistics.forEach(runner::fetch);
    try (TFloat32 fed = Tensors.of(values, batch(input, examples));
        Result result = runner.feed(features, fed).run()) {
      List<float[]> read = new ArrayList<>();
      for (int i = 0; i < statistics.size(); i++) {
        read.add(Tensors.floats(result.get(i)));
      }
      return read;
    }
  }

  /** Returns the output for some examples. */
  public float[] output(float[] values, Mode mode) {
    Operand<TFloat32> output = mode == Mode.TRAINING ? training : inference;
    try (TFloat32 fed = Tensors.of(values, batch(input, examples));
        Result result = graph.runner().feed(features, fed).fetch(output).run()) {
      return Tensors.floats(result.get(0));
    }
  }

  /**
   * Returns the largest difference between the gradient along random directions, of the input and
   * of each variable apart, and central differences, relative to the size of the gradient.
   *
   * @param step the mean distance of a value from that at which the gradient is taken
   */
  public double gradientError(double step) {
    float[] x = examples();
    float[] weights = gaussian(output(x, Mode.TRAINING).length, 1);
    List<float[]> exact = gradients(x, weights);
    List<float[]> at = Checkpoint.read(graph.session(), network.trained());
    // A gradient may be 0, as that of a bias before a batch normalisation is.
    double largest = Math.max(1e-3, exact.stream().mapToDouble(BuiltNetwork::norm).max().orElse(1));
    double worst = 0;
    for (int target = 0; target <= at.size(); target++) {
      for (int index = 0; index < DIRECTIONS; index++) {
        float[] of = target == 0 ? x : at.get(target - 1);
        float[] direction = gaussian(of.length, 100 * target + index + 2);
        double scale = step * Math.sqrt(direction.length) / norm(direction);
        double expected =
            (loss(x, at, target, direction, scale, weights)
                    - loss(x, at, target, direction, -scale, weights))
                / (2 * scale);
        double actual = dot(exact.get(target), direction);
        double size = Math.max(norm(exact.get(target)), 0.1 * largest) * norm(direction);
        worst = Math.max(worst, Math.abs(expected - actual) / size);
      }
    }
    Checkpoint.write(graph.session(), network.trained(), at);
    return worst;
  }

  private double loss(
      float[] x, List<float[]> at, int target, float[] direction, double step, float[] weights) {
    List<float[]> values = new ArrayList<>(at);
    float[] features = x;
    if (target == 0) {
      features = moved(x, direction, step);
    } else {
      values.set(target - 1, moved(at.get(target - 1), direction, step));
    }
    Checkpoint.write(graph.session(), network.trained(), values);
    return dot(output(features, Mode.TRAINING), weights);
  }

  private List<float[]> gradients(float[] x, float[] weights) {
    long[] shape = outputShape();
    SessionRunner runner = graph.runner();
    gradients.forEach(runner::fetch);
    try (TFloat32 fed = Tensors.of(x, batch(input, examples));
        TFloat32 given = Tensors.of(weights, Shape.of(shape));
        Result result = runner.feed(features, fed).feed(incoming, given).run()) {
      List<float[]> read = new ArrayList<>();
      for (int i = 0; i < gradients.size(); i++) {
        read.add(Tensors.floats(result.get(i)));
      }
      return read;
    }
  }

  private static float[] moved(float[] at, float[] direction, double step) {
    float[] moved = at.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += (float) (step * direction[i]);
    }
    return moved;
  }

  private static double norm(float[] values) {
    return Math.sqrt(dot(values, values));
  }

  private static double dot(float[] left, float[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += (double) left[i] * right[i];
    }
    return sum;
  }

  private static float[] gaussian(int size, int index) {
    RandomGenerator random = new RandomStreams(3).stream("test", index);
    return FirstValues.normal(1).draw(size, random);
  }

  @Override
  public void close() {
    graph.close();
  }
}
