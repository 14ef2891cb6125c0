package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A builder of a graph of layers, for use by one thread:
 *
 * <pre>{@code
 * LayerGraphBuilder graph = LayerGraph.with(TensorShape.of(4));
 * String hidden = graph.add(new Dense(4, Activation.RELU), graph.input());
 * LayerGraph block = graph.output(graph.add("sum", new Add(), hidden, graph.input()));
 * }</pre>
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class LayerGraphBuilder {
  private final List<TensorShape> inputs;
  private final List<LayerNode> nodes = new ArrayList<>();

  LayerGraphBuilder(List<TensorShape> inputs) {
    this.inputs = List.copyOf(inputs);
  }

  /** Returns the name of the only input. */
  public String input() {
    return input(0);
  }

  /**
   * Returns the name of an input.
   *
   * @param index its index, from 0
   */
  public String input(int index) {
    return inputs.size() == 1 && index == 0 ? "input" : "input" + index;
  }

  /**
   * Adds a layer.
   *
   * @param name the name of its node
   * @param read the names of nodes or inputs that it reads, in order
   * @return the name
   */
  public String add(String name, LayerSpec layer, String... read) {
    nodes.add(new LayerNode(name, layer, List.of(read)));
    return name;
  }

  /**
   * Adds a layer.
   *
   * @param read the names of nodes or inputs that it reads, in order
   * @return the name of its node: {@code layer} and the number of nodes before it
   */
  public String add(LayerSpec layer, String... read) {
    return add("layer" + nodes.size(), layer, read);
  }

  /**
   * Returns the graph.
   *
   * @param output the name of the main output
   * @param auxiliary the names of auxiliary outputs
   * @throws IllegalArgumentException if the layers do not fit, or one is not needed
   */
  public LayerGraph output(String output, String... auxiliary) {
    List<String> outputs = new ArrayList<>(List.of(output));
    outputs.addAll(List.of(auxiliary));
    return new LayerGraph(inputs, nodes, outputs);
  }
}
