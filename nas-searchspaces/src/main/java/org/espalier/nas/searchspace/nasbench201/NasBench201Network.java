package org.espalier.nas.searchspace.nasbench201;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.espalier.nas.api.network.Activate;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Add;
import org.espalier.nas.api.network.AveragePool2d;
import org.espalier.nas.api.network.BatchNorm;
import org.espalier.nas.api.network.Conv2d;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.GlobalAveragePool;
import org.espalier.nas.api.network.LayerGraph;
import org.espalier.nas.api.network.LayerGraphBuilder;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.network.Window;
import org.espalier.nas.api.network.Zeros;

/**
 * The network that repeats a cell of NAS-Bench-201 (Dong &amp; Yang 2020, section 3.1): a 3×3
 * convolution, three stages of N cells with a residual block that halves the image before the
 * second and third, global average pooling and the output layer.
 *
 * <p>Every operation is built, even one that has no influence on the output, as in the benchmark.
 * Nodes are named {@code layerL/nodeB/OPERATION/from-I}: layer L of the network, from 1, state B of
 * the cell, state I that is read.
 */
final class NasBench201Network {
  static final Set<Class<? extends LayerSpec>> LAYERS =
      Set.of(
          Activate.class,
          Add.class,
          AveragePool2d.class,
          BatchNorm.class,
          Conv2d.class,
          Dense.class,
          GlobalAveragePool.class,
          Zeros.class);

  private static final int STAGES = 3;

  /** The ε of the benchmark's batch normalisations. */
  private static final BatchNorm NORM = new BatchNorm(1e-5);

  private final List<EdgeOperation> operations;
  private final LayerGraphBuilder graph;

  private NasBench201Network(List<EdgeOperation> operations, TensorShape input) {
    this.operations = operations;
    this.graph = LayerGraph.with(input);
  }

  /**
   * Returns the network.
   *
   * @param operations the operations of the edges
   * @param input the shape of the images
   * @param output the output layer
   */
  static NetworkSpec of(
      NasBench201Settings settings,
      List<EdgeOperation> operations,
      TensorShape input,
      LayerSpec output) {
    return new NasBench201Network(operations, input).network(settings, output);
  }

  /**
   * Returns a single cell.
   *
   * @param operations the operations of the edges
   * @param input the shape of what the cell reads and gives
   */
  static LayerGraph cell(List<EdgeOperation> operations, TensorShape input) {
    NasBench201Network network = new NasBench201Network(operations, input);
    int channels = input.dimensions().get(input.rank() - 1);
    return network.graph.output(network.cell("cell", channels, network.graph.input()));
  }

  private NetworkSpec network(NasBench201Settings settings, LayerSpec output) {
    int channels = settings.filters();
    int layer = 0;
    String last = graph.input();
    last = graph.add("stem/conv", convolution(channels, 3, 1), last);
    last = graph.add("stem/norm", NORM, last);
    for (int stage = 1; stage <= STAGES; stage++) {
      if (stage > 1) {
        channels = Math.multiplyExact(channels, 2);
        last = reduction("layer" + ++layer, channels, last);
      }
      for (int cell = 1; cell <= settings.repeats(); cell++) {
        last = cell("layer" + ++layer, channels, last);
      }
    }
    last = graph.add("norm", NORM, last);
    last = graph.add("relu", new Activate(Activation.RELU), last);
    last = graph.add("pool", new GlobalAveragePool(), last);
    return new NetworkSpec(graph.output(graph.add("output", output, last)));
  }

  private String cell(String layer, int channels, String input) {
    List<String> states = new ArrayList<>(List.of(input));
    for (int to = 1; to < Edge.STATES; to++) {
      String node = layer + "/node" + to;
      List<String> terms = new ArrayList<>();
      for (int i = 0; i < operations.size(); i++) {
        Edge edge = Edge.ALL.get(i);
        if (edge.to() == to && isBuilt(i)) {
          String name = node + "/" + operations.get(i).label() + "/from-" + edge.from();
          terms.add(operation(name, operations.get(i), channels, states.get(edge.from())));
        }
      }
      states.add(
          terms.size() == 1
              ? terms.get(0)
              : graph.add(node + "/sum", new Add(), terms.toArray(String[]::new)));
    }
    return states.get(Edge.STATES - 1);
  }

  /**
   * Returns false for zeros that can be left out: the state has another term, and what the edge
   * leaves another reader.
   */
  private boolean isBuilt(int index) {
    Edge edge = Edge.ALL.get(index);
    if (operations.get(index) != EdgeOperation.NONE) {
      return true;
    }
    boolean onlyTerm =
        edge.from() == 0 && Edge.ALL.stream().noneMatch(e -> e.to() == edge.to() && isTaken(e));
    boolean onlyReader =
        edge.from() > 0
            && edge.to() == Edge.STATES - 1
            && Edge.ALL.stream().noneMatch(e -> e.from() == edge.from() && isTaken(e));
    return onlyTerm || onlyReader;
  }

  private boolean isTaken(Edge edge) {
    return operations.get(Edge.ALL.indexOf(edge)) != EdgeOperation.NONE;
  }

  private String operation(String name, EdgeOperation operation, int channels, String state) {
    return switch (operation) {
      case NONE -> graph.add(name, new Zeros(1), state);
      case SKIP -> state;
      case CONV1X1 -> normalised(name, convolution(channels, 1, 1), state);
      case CONV3X3 -> normalised(name, convolution(channels, 3, 1), state);
      case AVGPOOL3X3 -> graph.add(name, new AveragePool2d(Window.of(3)), state);
    };
  }

  /** Adds the residual block of the benchmark, with an average pool and 1×1 as its shortcut. */
  private String reduction(String layer, int channels, String input) {
    String body = normalised(layer + "/conv-a", convolution(channels, 3, 2), input);
    body = normalised(layer + "/conv-b", convolution(channels, 3, 1), body);
    String shortcut =
        graph.add(layer + "/shortcut/pool", new AveragePool2d(Window.of(2, 2)), input);
    shortcut = graph.add(layer + "/shortcut/conv", convolution(channels, 1, 1), shortcut);
    return graph.add(layer + "/sum", new Add(), shortcut, body);
  }

  private String normalised(String name, Conv2d convolution, String input) {
    String last = graph.add(name + "/relu", new Activate(Activation.RELU), input);
    last = graph.add(name + "/conv", convolution, last);
    return graph.add(name + "/norm", NORM, last);
  }

  private static Conv2d convolution(int channels, int size, int stride) {
    return Conv2d.of(channels, Window.of(size, stride)).withoutBias();
  }
}
