package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
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

  /** Checks that there is one input and a layer. */
  public NetworkSpec {
    if (graph.inputs().size() != 1) {
      throw new IllegalArgumentException(
          "inputs (%d) must be one.".formatted(graph.inputs().size()));
    }
    if (graph.nodes().isEmpty()) {
      throw new IllegalArgumentException("layers must hold at least the output layer.");
    }
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

  /** Returns the number of trainable parameters. */
  public long parameters() {
    return graph.parameters();
  }

  /** Returns the floating-point operations of one forward pass of one example. */
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
}
