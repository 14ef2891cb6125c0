package org.espalier.nas.tf.layer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.network.LayerGraph;
import org.espalier.nas.api.network.LayerNode;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.tf.graph.Variable;
import org.espalier.nas.tf.initializer.Initializer;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * A network whose variables have been added to a graph.
 *
 * @param nodes the nodes, each after those that it reads
 * @param input the name of the input
 * @param outputs the names of the nodes of the prediction and of auxiliary outputs
 * @param seed the seed of initial values and dropout masks
 */
public record Network(List<BuiltNode> nodes, String input, List<String> outputs, long seed) {

  /** Copies. */
  public Network {
    Objects.requireNonNull(input);
    nodes = List.copyOf(nodes);
    outputs = List.copyOf(outputs);
  }

  /**
   * Adds the variables of a network to a graph.
   *
   * @param spec a network without composed layers, see {@link NetworkSpec#expanded}
   * @param seed the seed of initial values and dropout masks
   * @param iteration the optimizer's count of training steps
   * @throws UnknownLayerException if there is no builder for one of the layers
   */
  public static Network build(
      Ops tf, LayerBuilders builders, NetworkSpec spec, long seed, Variable<TInt64> iteration) {
    return build(tf, builders, spec, seed, iteration, 0);
  }

  /**
   * Adds the variables of a network to a graph.
   *
   * @param spec a network without composed layers, see {@link NetworkSpec#expanded}
   * @param seed the seed of initial values and dropout masks
   * @param iteration the optimizer's count of training steps
   * @param steps the training steps over which scheduled drop-path grows to its rate; 0 if it
   *     always has its rate
   * @throws UnknownLayerException if there is no builder for one of the layers
   */
  public static Network build(
      Ops tf,
      LayerBuilders builders,
      NetworkSpec spec,
      long seed,
      Variable<TInt64> iteration,
      long steps) {
    TrainingClock clock = new TrainingClock(tf, iteration, steps);
    RandomStreams streams = new RandomStreams(seed);
    Map<String, Integer> indices = new HashMap<>();
    spec.nodes().forEach(node -> indices.put(node.name(), indices.size()));
    LayerGraph graph = SharedNodes.of(SubsampledConvolutions.of(spec.graph()));
    Map<String, TensorShape> shapes = graph.shapes();
    List<BuiltNode> nodes = new ArrayList<>();
    for (LayerNode node : graph.nodes()) {
      int index = indices.getOrDefault(node.name(), 0);
      LayerContext context = new LayerContext(tf, node.name(), streams.seed("layer", index), clock);
      List<TensorShape> read = node.inputs().stream().map(shapes::get).toList();
      nodes.add(
          new BuiltNode(
              node.name(), builders.build(context, node.layer(), read), node.inputs(), index));
    }
    return new Network(nodes, graph.inputNames().get(0), graph.outputs(), seed);
  }

  /**
   * Adds a forward pass.
   *
   * @param features a batch of examples
   */
  public Forward forward(Ops tf, Operand<TFloat32> features, Mode mode) {
    return pass(tf, features, mode, new ArrayList<>(), false);
  }

  /**
   * Adds a forward pass in {@link Mode#INFERENCE} whose graph has, for each node, an operation of
   * its name that gives its output, so that other programs find it.
   *
   * @param features a batch of examples
   */
  public Forward namedInference(Ops tf, Operand<TFloat32> features) {
    return pass(tf, features, Mode.INFERENCE, new ArrayList<>(), true);
  }

  /**
   * Adds a forward pass in {@link Mode#CALIBRATION}.
   *
   * @return the statistics of the batch, one for each variable of {@link #state}, in order
   */
  public List<Operand<TFloat32>> statistics(Ops tf, Operand<TFloat32> features) {
    List<Operand<TFloat32>> statistics = new ArrayList<>();
    Forward unused = pass(tf, features, Mode.CALIBRATION, statistics, false);
    return statistics;
  }

  private Forward pass(
      Ops tf,
      Operand<TFloat32> features,
      Mode mode,
      List<Operand<TFloat32>> statistics,
      boolean named) {
    Map<String, Operand<TFloat32>> linear = new HashMap<>(Map.of(input, features));
    Map<String, Operand<TFloat32>> activated = new HashMap<>(linear);
    for (BuiltNode node : nodes) {
      List<Operand<TFloat32>> read = node.inputs().stream().map(activated::get).toList();
      Operand<TFloat32> value = node.layer().linear(tf, read, mode);
      linear.put(node.name(), value);
      Operand<TFloat32> result = node.layer().activate(tf, value);
      activated.put(node.name(), named ? tf.withName(node.name()).identity(result) : result);
      if (mode == Mode.CALIBRATION) {
        statistics.addAll(node.layer().statistics(tf, read));
      }
    }
    List<Operand<TFloat32>> ends = outputs.stream().map(linear::get).toList();
    return new Forward(
        ends.get(0),
        Objects.requireNonNull(activated.get(outputs.get(0))),
        ends.subList(1, ends.size()));
  }

  /** Returns true if a forward pass in training differs from one in inference. */
  public boolean dependsOnMode() {
    return nodes.stream().anyMatch(node -> node.layer().dependsOnMode());
  }

  /** Returns all variables, node after node, in the order in which they are saved. */
  public List<Variable<TFloat32>> variables() {
    return variables(BuiltLayer::variables);
  }

  /** Returns the variables that are trained. */
  public List<Variable<TFloat32>> trained() {
    return variables(BuiltLayer::trained);
  }

  /** Returns the variables that a penalty on weights applies to. */
  public List<Variable<TFloat32>> weights() {
    return variables(BuiltLayer::weights);
  }

  /** Returns the variables that are estimated from training batches. */
  public List<Variable<TFloat32>> state() {
    return variables(BuiltLayer::state);
  }

  private List<Variable<TFloat32>> variables(
      Function<BuiltLayer, List<Variable<TFloat32>>> ofLayer) {
    return nodes.stream().flatMap(node -> ofLayer.apply(node.layer()).stream()).toList();
  }

  /**
   * Returns initial values of all {@link #variables()}; those of a node do not depend on the layers
   * of other nodes.
   */
  public List<float[]> initialValues(Initializer initializer) {
    RandomStreams streams = new RandomStreams(seed);
    return initialValues(initializer, node -> streams.stream("initial", node.index()));
  }

  /**
   * Returns initial values of all {@link #variables()} that nodes of equal names and layers have in
   * common, whatever other nodes a network has.
   *
   * @param streams the source of the draws, in place of the seed of the network
   */
  public List<float[]> initialValuesByName(Initializer initializer, RandomStreams streams) {
    return initialValues(initializer, node -> streams.stream("initial " + node.name(), 0));
  }

  private List<float[]> initialValues(
      Initializer initializer, Function<BuiltNode, RandomGenerator> draws) {
    return nodes.stream()
        .flatMap(node -> node.layer().initialValues(initializer, draws.apply(node)).stream())
        .toList();
  }
}
