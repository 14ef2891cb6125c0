package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongBiFunction;
import java.util.stream.IntStream;
import org.apiguardian.api.API;

/**
 * A directed acyclic graph of layers.
 *
 * @param inputs the shapes of the inputs for one example; they are named "input" if there is one,
 *     and "input0", "input1", … if there are several
 * @param nodes the layers, each after those that it reads
 * @param outputs the names of the nodes or inputs that the graph gives; the first is the main
 *     output, others are auxiliary
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record LayerGraph(List<TensorShape> inputs, List<LayerNode> nodes, List<String> outputs) {
  private static final String INPUT = "input";

  /** Checks that each node accepts the outputs of those that it reads, and that each is needed. */
  public LayerGraph {
    inputs = List.copyOf(inputs);
    nodes = List.copyOf(nodes);
    outputs = List.copyOf(outputs);
    if (outputs.isEmpty()) {
      throw new IllegalArgumentException("outputs must name at least the main output.");
    }
    Map<String, TensorShape> shapes = shapes(inputs, nodes);
    for (String output : outputs) {
      if (!shapes.containsKey(output)) {
        throw new IllegalArgumentException(
            "The output %s is no node; the nodes are %s.".formatted(output, shapes.keySet()));
      }
    }
    requireReaders(nodes, outputs);
  }

  private static Map<String, TensorShape> shapes(List<TensorShape> inputs, List<LayerNode> nodes) {
    Map<String, TensorShape> shapes = new LinkedHashMap<>();
    List<String> names = inputNames(inputs.size());
    IntStream.range(0, names.size()).forEach(i -> shapes.put(names.get(i), inputs.get(i)));
    for (LayerNode node : nodes) {
      List<TensorShape> read = read(node, shapes);
      try {
        if (shapes.put(node.name(), node.layer().output(read)) != null) {
          throw new IllegalArgumentException("There are two nodes of this name.");
        }
      } catch (IllegalArgumentException refused) {
        throw new IllegalArgumentException(node.name() + ": " + refused.getMessage(), refused);
      }
    }
    return shapes;
  }

  private static List<TensorShape> read(LayerNode node, Map<String, TensorShape> shapes) {
    List<TensorShape> read = new ArrayList<>();
    for (String input : node.inputs()) {
      TensorShape shape = shapes.get(input);
      if (shape == null) {
        throw new IllegalArgumentException(
            "%s reads %s, which is no earlier node; these are %s."
                .formatted(node.name(), input, shapes.keySet()));
      }
      read.add(shape);
    }
    return read;
  }

  private static void requireReaders(List<LayerNode> nodes, List<String> outputs) {
    Set<String> read = new HashSet<>(outputs);
    nodes.forEach(node -> read.addAll(node.inputs()));
    for (LayerNode node : nodes) {
      if (!read.contains(node.name())) {
        throw new IllegalArgumentException(
            "The node %s is neither read nor an output; leave it out.".formatted(node.name()));
      }
    }
  }

  private static List<String> inputNames(int count) {
    return count == 1
        ? List.of(INPUT)
        : IntStream.range(0, count).mapToObj(i -> INPUT + i).toList();
  }

  /** Returns a builder of a graph with inputs of these shapes. */
  public static LayerGraphBuilder with(TensorShape... inputs) {
    return new LayerGraphBuilder(List.of(inputs));
  }

  /** Returns layers in a chain, the nodes "layer0", "layer1", and so on. */
  public static LayerGraph chain(TensorShape input, List<? extends LayerSpec> layers) {
    LayerGraphBuilder graph = with(input);
    String last = graph.input();
    for (LayerSpec layer : layers) {
      last = graph.add(layer, last);
    }
    return graph.output(last);
  }

  /**
   * Returns layers in a chain.
   *
   * @param inputs the shape of the input, in a list of one, as composed layers are given it
   */
  public static LayerGraph chain(List<TensorShape> inputs, LayerSpec... layers) {
    if (inputs.size() != 1) {
      throw new IllegalArgumentException(
          "A chain of layers takes one input, not %d.".formatted(inputs.size()));
    }
    return chain(inputs.get(0), List.of(layers));
  }

  /** Returns the names of the inputs, in order. */
  public List<String> inputNames() {
    return inputNames(inputs.size());
  }

  /** Returns the shapes of inputs and nodes for one example, by name, in order. */
  public Map<String, TensorShape> shapes() {
    return shapes(inputs, nodes);
  }

  /** Returns the shape of the main output for one example. */
  public TensorShape output() {
    TensorShape output = shapes().get(outputs.get(0));
    if (output == null) {
      throw new IllegalStateException(outputs.toString());
    }
    return output;
  }

  /** Returns the number of trainable parameters. */
  public long parameters() {
    return sum(LayerSpec::parameters);
  }

  /** Returns the floating-point operations of one forward pass of one example. */
  public long flops() {
    return sum(LayerSpec::flops);
  }

  /** Returns the number of values that a backend keeps of one example, without the inputs. */
  public long activations() {
    return sum(LayerSpec::activations);
  }

  private long sum(ToLongBiFunction<LayerSpec, List<TensorShape>> quantity) {
    Map<String, TensorShape> shapes = shapes();
    long total = 0;
    for (LayerNode node : nodes) {
      total = Math.addExact(total, quantity.applyAsLong(node.layer(), read(node, shapes)));
    }
    return total;
  }

  /** Returns true if each node reads only the one before it. */
  public boolean isChain() {
    String before = INPUT;
    for (LayerNode node : nodes) {
      if (!node.inputs().equals(List.of(before))) {
        return false;
      }
      before = node.name();
    }
    return inputs.size() == 1 && outputs.equals(List.of(before));
  }

  /**
   * Returns this graph with the parts of each composed layer in its place, at any depth. The name
   * of a part begins with that of its layer and a slash.
   */
  public LayerGraph expanded() {
    Map<String, TensorShape> shapes = shapes();
    Map<String, String> places = new HashMap<>();
    inputNames().forEach(name -> places.put(name, name));
    List<LayerNode> expanded = new ArrayList<>();
    for (LayerNode node : nodes) {
      List<String> read = node.inputs().stream().map(places::get).toList();
      if (node.layer() instanceof ComposedLayer composed) {
        LayerGraph parts = composed.graph(read(node, shapes)).expanded();
        places.put(node.name(), parts.addTo(expanded, node.name() + "/", read));
      } else {
        expanded.add(new LayerNode(node.name(), node.layer(), read));
        places.put(node.name(), node.name());
      }
    }
    return new LayerGraph(inputs, expanded, outputs.stream().map(places::get).toList());
  }

  /** Adds the nodes to another graph and returns the name of the main output there. */
  private String addTo(List<LayerNode> target, String prefix, List<String> given) {
    Map<String, String> places = new HashMap<>();
    List<String> names = inputNames();
    IntStream.range(0, names.size()).forEach(i -> places.put(names.get(i), given.get(i)));
    for (LayerNode node : nodes) {
      String name = prefix + node.name();
      target.add(
          new LayerNode(name, node.layer(), node.inputs().stream().map(places::get).toList()));
      places.put(node.name(), name);
    }
    return places.getOrDefault(outputs.get(0), "");
  }
}
