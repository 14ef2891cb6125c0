package org.espalier.nas.tf.training;

import org.espalier.nas.api.network.Activate;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Add;
import org.espalier.nas.api.network.AveragePool2d;
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
import org.espalier.nas.api.network.StackedSeparableConv2d;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.network.Window;

/**
 * A stack of NASNet-A cells (Zoph et al. 2018, figure 4): three stages of normal cells with
 * reduction cells between them. The older input is aligned by a strided convolution.
 */
final class CellStack {
  private final LayerGraphBuilder graph;
  private int filters;
  private int nodes;

  private CellStack(LayerGraphBuilder graph, int filters) {
    this.graph = graph;
    this.filters = filters;
  }

  /** Returns the network of a stage of {@code repeats} normal cells, thrice. */
  static NetworkSpec of(TensorShape image, int classes, int repeats, int filters) {
    LayerGraphBuilder graph = LayerGraph.with(image);
    CellStack cells = new CellStack(graph, filters);
    String current =
        cells.add(
            "stem",
            BatchNorm.standard(),
            cells.add(
                "stem-conv", Conv2d.of(3 * filters, Window.of(3)).withoutBias(), graph.input()));
    String previous = current;
    boolean reduced = false;
    for (int stage = 0; stage < 3; stage++) {
      for (int cell = 0; cell < repeats + (stage < 2 ? 1 : 0); cell++) {
        boolean reducing = cell == repeats;
        cells.filters = filters << (reducing ? stage + 1 : stage);
        String newer = cells.aligned(current, 1);
        String older = cells.aligned(previous, reduced ? 2 : 1);
        String next = reducing ? cells.reduction(newer, older) : cells.normal(newer, older);
        previous = current;
        current = next;
        reduced = reducing;
      }
    }
    String pooled =
        cells.add(
            "pool",
            new GlobalAveragePool(),
            cells.add("last", new Activate(Activation.RELU), current));
    return new NetworkSpec(
        graph.output(cells.add("out", new Dense(classes, Activation.SOFTMAX), pooled)));
  }

  private String normal(String newer, String older) {
    String one = sum(separable(newer, 3, 1), newer);
    String two = sum(separable(older, 3, 1), separable(newer, 5, 1));
    String three = sum(average(newer, 1), older);
    String four = sum(average(older, 1), average(older, 1));
    String five = sum(separable(older, 5, 1), separable(older, 3, 1));
    return add("concat", new Concat(), older, one, two, three, four, five);
  }

  private String reduction(String newer, String older) {
    String one = sum(separable(newer, 5, 2), separable(older, 7, 2));
    String two = sum(maximum(newer), separable(older, 7, 2));
    String three = sum(average(newer, 2), separable(older, 5, 2));
    String four = sum(maximum(newer), separable(one, 3, 1));
    String five = sum(average(one, 1), two);
    return add("concat", new Concat(), two, three, four, five);
  }

  private String aligned(String state, int stride) {
    String active = add("relu", new Activate(Activation.RELU), state);
    String conv = add("align", Conv2d.of(filters, Window.of(1, stride)).withoutBias(), active);
    return add("norm", BatchNorm.standard(), conv);
  }

  private String separable(String state, int size, int stride) {
    return add("separable", new StackedSeparableConv2d(filters, Window.of(size, stride)), state);
  }

  private String average(String state, int stride) {
    return add("average", new AveragePool2d(same(stride)), state);
  }

  private String maximum(String state) {
    return add("maximum", new MaxPool2d(same(2)), state);
  }

  private static Window same(int stride) {
    return Window.of(3, stride);
  }

  private String sum(String left, String right) {
    return add("sum", new Add(), left, right);
  }

  private String add(String name, LayerSpec layer, String... read) {
    return graph.add(name + "-" + nodes++, layer, read);
  }
}
