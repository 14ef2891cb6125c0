package org.espalier.nas.searchspace.nasbench101;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.espalier.nas.api.network.Activate;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Add;
import org.espalier.nas.api.network.BatchNorm;
import org.espalier.nas.api.network.Concat;
import org.espalier.nas.api.network.Conv2d;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.GlobalAveragePool;
import org.espalier.nas.api.network.LayerGraph;
import org.espalier.nas.api.network.LayerGraphBuilder;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.MaxPool2d;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TakeChannels;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.network.Window;

/**
 * The network that repeats a module of NAS-Bench-101 (Ying et al. 2019, section 2.3): a 3×3
 * convolution, three stacks of modules, a max pool before the second and third, global average
 * pooling and the output layer.
 *
 * <p>A module adds the values that enter a vertex and concatenates those that enter its output. A
 * 1×1 convolution projects its input for each vertex that reads it. Nodes are named {@code
 * layerL/vertexB/…}: layer L of the network, from 1, vertex B of the module; {@code from-0} is the
 * projection of its input.
 */
final class NasBench101Network {
  static final Set<Class<? extends LayerSpec>> LAYERS =
      Set.of(
          Activate.class,
          Add.class,
          BatchNorm.class,
          Concat.class,
          Conv2d.class,
          Dense.class,
          GlobalAveragePool.class,
          MaxPool2d.class,
          TakeChannels.class);

  private static final int STACKS = 3;

  /** The ε of the benchmark's batch normalisations. */
  private static final BatchNorm NORM = new BatchNorm(1e-5);

  private final ModuleGraph module;
  private final LayerGraphBuilder graph;

  private NasBench101Network(ModuleGraph module, TensorShape input) {
    this.module = module;
    this.graph = LayerGraph.with(input);
  }

  /**
   * Returns the network.
   *
   * @param module a pruned module
   * @param input the shape of the images
   * @param output the output layer
   */
  static NetworkSpec of(
      NasBench101Settings settings, ModuleGraph module, TensorShape input, LayerSpec output) {
    return new NasBench101Network(module, input).network(settings, output);
  }

  private NetworkSpec network(NasBench101Settings settings, LayerSpec output) {
    int channels = settings.filters();
    int layer = 0;
    String last = convolution("stem", 3, channels, graph.input());
    for (int stack = 1; stack <= STACKS; stack++) {
      if (stack > 1) {
        channels = Math.multiplyExact(channels, 2);
        last = graph.add("pool" + stack, new MaxPool2d(Window.of(2, 2)), last);
      }
      for (int repeat = 1; repeat <= settings.repeats(); repeat++) {
        last = module("layer" + ++layer, channels, last);
      }
    }
    last = graph.add("pool", new GlobalAveragePool(), last);
    return new NetworkSpec(graph.output(graph.add("output", output, last)));
  }

  private String module(String layer, int channels, String input) {
    int output = module.vertices() - 1;
    int[] widths = channels(module, channels);
    String[] values = new String[module.vertices()];
    List<String> joined = new ArrayList<>();
    for (int vertex = 1; vertex < output; vertex++) {
      String name = layer + "/vertex" + vertex;
      String sum = sum(name, vertex, widths, values, input);
      values[vertex] = operation(name, module.operation(vertex), widths[vertex], sum);
      if (module.joined(vertex, output)) {
        joined.add(values[vertex]);
      }
    }
    String name = layer + "/vertex" + output;
    if (joined.isEmpty()) {
      return convolution(name + "/from-0", 1, channels, input);
    }
    String last = together(name + "/concat", new Concat(), joined);
    return module.joined(0, output)
        ? graph.add(
            name + "/sum", new Add(), last, convolution(name + "/from-0", 1, channels, input))
        : last;
  }

  /** Adds the sum of what enters an inner vertex. */
  private String sum(String name, int vertex, int[] widths, String[] values, String input) {
    List<String> terms = new ArrayList<>();
    for (int from = 1; from < vertex; from++) {
      if (module.joined(from, vertex)) {
        terms.add(
            widths[from] == widths[vertex]
                ? values[from]
                : graph.add(
                    name + "/from-" + from, new TakeChannels(widths[vertex]), values[from]));
      }
    }
    if (module.joined(0, vertex)) {
      terms.add(convolution(name + "/from-0", 1, widths[vertex], input));
    }
    return together(name + "/sum", new Add(), terms);
  }

  private String together(String name, LayerSpec layer, List<String> read) {
    return read.size() == 1 ? read.get(0) : graph.add(name, layer, read.toArray(String[]::new));
  }

  private String operation(String name, VertexOperation operation, int channels, String input) {
    String place = name + "/" + operation.label();
    return switch (operation) {
      case CONV3X3 -> convolution(place, 3, channels, input);
      case CONV1X1 -> convolution(place, 1, channels, input);
      case MAXPOOL3X3 -> graph.add(place, new MaxPool2d(Window.of(3)), input);
    };
  }

  private String convolution(String name, int size, int channels, String input) {
    String last =
        graph.add(name + "/conv", Conv2d.of(channels, Window.of(size)).withoutBias(), input);
    last = graph.add(name + "/norm", NORM, last);
    return graph.add(name + "/relu", new Activate(Activation.RELU), last);
  }

  /**
   * Returns the number of channels of each vertex: those that enter the output share its channels,
   * the first of them one more if the division leaves a rest; others have as many as the widest
   * that they enter.
   */
  private static int[] channels(ModuleGraph module, int channels) {
    int output = module.vertices() - 1;
    int[] widths = new int[module.vertices()];
    int shares = 0;
    for (int vertex = 1; vertex < output; vertex++) {
      shares += module.joined(vertex, output) ? 1 : 0;
    }
    int rest = shares == 0 ? 0 : channels % shares;
    for (int vertex = 1; vertex < output; vertex++) {
      if (module.joined(vertex, output)) {
        widths[vertex] = channels / shares + (rest-- > 0 ? 1 : 0);
      }
    }
    for (int vertex = output - 1; vertex > 0; vertex--) {
      for (int to = vertex + 1; to < output && !module.joined(vertex, output); to++) {
        if (module.joined(vertex, to)) {
          widths[vertex] = Math.max(widths[vertex], widths[to]);
        }
      }
    }
    return widths;
  }
}
