package org.espalier.nas.analysis.network;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.network.Activate;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Add;
import org.espalier.nas.api.network.AveragePool2d;
import org.espalier.nas.api.network.BatchNorm;
import org.espalier.nas.api.network.Concat;
import org.espalier.nas.api.network.Conv2d;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.network.GlobalAveragePool;
import org.espalier.nas.api.network.LayerGraph;
import org.espalier.nas.api.network.LayerGraphBuilder;
import org.espalier.nas.api.network.MaxPool2d;
import org.espalier.nas.api.network.PassThrough;
import org.espalier.nas.api.network.Residual;
import org.espalier.nas.api.network.SeparableConv2d;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.network.Window;

/** Networks to draw. */
public final class ExampleNetworks {

  private ExampleNetworks() {}

  /** A chain for images of 28 × 28 pixels. */
  public static LayerGraph chain() {
    return LayerGraph.chain(
        TensorShape.of(28, 28, 1),
        List.of(
            Conv2d.of(32, Window.of(5)).withoutBias(),
            BatchNorm.standard(),
            new Activate(Activation.RELU),
            new MaxPool2d(Window.of(2, 2)),
            Conv2d.of(64, Window.of(5)).with(Activation.RELU),
            new MaxPool2d(Window.of(2, 2)),
            new Flatten(),
            new Dense(128, Activation.RELU),
            new Dense(10, Activation.SOFTMAX)));
  }

  /** A layer, a detour around it, and two residual blocks. */
  public static LayerGraph small() {
    LayerGraphBuilder graph = LayerGraph.with(TensorShape.of(8, 8, 4));
    Residual block = Residual.of(Conv2d.of(4, Window.of(3)), BatchNorm.standard());
    String first = graph.add("first", block, graph.input());
    String left = graph.add("left", Conv2d.of(4, Window.of(1)), first);
    String sum = graph.add("sum", new Add(), left, first);
    String second = graph.add("second", block, sum);
    String pooled = graph.add("pool", new GlobalAveragePool(), second);
    return graph.output(graph.add("head", new Dense(3, Activation.SOFTMAX), pooled));
  }

  /** A cell of 40 nodes as NASNet has them: five blocks, each the sum of two operations. */
  public static LayerGraph cell() {
    LayerGraphBuilder graph =
        LayerGraph.with(TensorShape.of(32, 32, 32), TensorShape.of(32, 32, 32));
    List<String> states = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      String relu = graph.add("relu" + i, new Activate(Activation.RELU), graph.input(i));
      states.add(graph.add("squeeze" + i, Conv2d.of(32, Window.of(1)), relu));
    }
    int[][] pairs = {{1, 0}, {0, 0}, {1, 1}, {0, 2}, {1, 3}};
    int[][] operations = {{5, 3}, {0, 1}, {0, 1}, {1, 3}, {0, 7}};
    List<String> sums = new ArrayList<>();
    for (int block = 0; block < pairs.length; block++) {
      String left =
          operation(graph, block + "a", operations[block][0], states.get(pairs[block][0]));
      String right =
          operation(graph, block + "b", operations[block][1], states.get(pairs[block][1]));
      sums.add(graph.add("sum" + block, new Add(), left, right));
      states.add(sums.get(block));
    }
    return graph.output(graph.add("concat", new Concat(), sums.toArray(String[]::new)));
  }

  private static String operation(LayerGraphBuilder graph, String name, int kind, String read) {
    if (kind == 0) {
      return graph.add("keep" + name, new PassThrough(), read);
    } else if (kind == 1) {
      return graph.add("pool" + name, new AveragePool2d(Window.of(3)), read);
    }
    String last = read;
    for (int i = 0; i < 2; i++) {
      last = graph.add("relu" + name + i, new Activate(Activation.RELU), last);
      last = graph.add("separable" + name + i, separable(kind), last);
      last = graph.add("norm" + name + i, BatchNorm.standard(), last);
    }
    return last;
  }

  private static SeparableConv2d separable(int size) {
    return SeparableConv2d.of(32, Window.of(size));
  }

  /** A random graph of sums. */
  static LayerGraph random(int nodes, RandomGenerator random) {
    LayerGraphBuilder graph = LayerGraph.with(TensorShape.of(4));
    List<String> names = new ArrayList<>(List.of(graph.input()));
    for (int i = 0; i < nodes; i++) {
      int inputs = 1 + random.nextInt(3);
      String[] read = new String[inputs];
      for (int j = 0; j < inputs; j++) {
        read[j] = names.get(Math.max(0, names.size() - 1 - random.nextInt(8)));
      }
      names.add(
          inputs == 1
              ? graph.add("node" + i, new Activate(Activation.RELU), read)
              : graph.add("node" + i, new Add(), read));
    }
    String[] all = names.subList(1, names.size()).toArray(String[]::new);
    return graph.output(graph.add("end", new Add(), all));
  }
}
