package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * A network: a graph of layers with one input, whose main output is the prediction. Auxiliary
 * outputs are trained with it and left out of predictions.
 *
 * @param graph the layers
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record NetworkSpec(LayerGraph graph) {

  /** Checks that there is one input and a layer, and that all outputs have the same shape. */
  public NetworkSpec {
    if (graph.inputs().size() != 1) {
      throw new IllegalArgumentException(
          "inputs (%d) must be one.".formatted(graph.inputs().size()));
    }
    if (graph.nodes().isEmpty()) {
      throw new IllegalArgumentException("layers must hold at least the output layer.");
    }
    requireEqualOutputs(graph);
  }

  /**
   * Creates a chain of layers, the last of which gives the prediction.
   *
   * @param input the shape of one example
   * @param layers the layers in order, at least one
   */
  public NetworkSpec(TensorShape input, List<? extends LayerSpec> layers) {
    this(LayerGraph.chain(input, layers));
  }

  /** Returns the shape of one example. */
  public TensorShape input() {
    return graph.inputs().get(0);
  }

  /** Returns the nodes, each after those that it reads. */
  public List<LayerNode> nodes() {
    return graph.nodes();
  }

  /** Returns the layers of the nodes, in their order. */
  public List<LayerSpec> layers() {
    return graph.nodes().stream().map(LayerNode::layer).toList();
  }

  /** Returns the shape of the prediction for one example. */
  public TensorShape output() {
    return graph.output();
  }

  /** Returns the names of the nodes of auxiliary outputs. */
  public List<String> auxiliary() {
    return graph.outputs().subList(1, graph.outputs().size());
  }

  /**
   * Returns the network that predicts: this one without auxiliary outputs and the nodes that only
   * they need. The names of nodes are the same.
   */
  public NetworkSpec prediction() {
    if (auxiliary().isEmpty()) {
      return this;
    }
    String main = graph.outputs().get(0);
    Set<String> needed = new HashSet<>(Set.of(main));
    List<LayerNode> kept = new ArrayList<>();
    for (int i = nodes().size() - 1; i >= 0; i--) {
      LayerNode node = nodes().get(i);
      if (needed.contains(node.name())) {
        needed.addAll(node.inputs());
        kept.add(0, node);
      }
    }
    return new NetworkSpec(new LayerGraph(graph.inputs(), kept, List.of(main)));
  }

  /** Returns the number of trainable parameters, those of auxiliary outputs among them. */
  public long parameters() {
    return graph.parameters();
  }

  /** Returns the floating-point operations of one forward pass of one example, to all outputs. */
  public long flops() {
    return graph.flops();
  }

  /** Returns the number of values that a backend keeps of one example, the input among them. */
  public long activations() {
    return Math.addExact(input().size(), graph.activations());
  }

  /** Returns this network with the parts of each composed layer in its place, at any depth. */
  public NetworkSpec expanded() {
    return new NetworkSpec(graph.expanded());
  }

  /**
   * Returns the labels of a chain's layers, {@code [(128, relu), dropout(0.2), (3, softmax)]}, or
   * else the nodes.
   */
  @Override
  public String toString() {
    boolean chain = graph.isChain();
    return nodes().stream()
        .map(node -> chain ? node.layer().label() : node.toString())
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static void requireEqualOutputs(LayerGraph graph) {
    Map<String, TensorShape> shapes = graph.shapes();
    for (String output : graph.outputs()) {
      if (!graph.output().equals(shapes.get(output))) {
        throw new IllegalArgumentException(
            "The auxiliary output %s (%s) must have the shape of the prediction (%s)."
                .formatted(output, shapes.get(output), graph.output()));
      }
    }
  }
}
