package org.espalier.nas.searchspace.cell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.network.Activate;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.AveragePool2d;
import org.espalier.nas.api.network.BatchNorm;
import org.espalier.nas.api.network.Conv2d;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.network.GlobalAveragePool;
import org.espalier.nas.api.network.LayerGraph;
import org.espalier.nas.api.network.LayerNode;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.Padding;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.network.Window;
import org.espalier.nas.searchspace.cell.CellSettings.Stem;

/**
 * The network that repeats a normal and a reduction cell: stem, stages of normal cells with a
 * reduction cell between them, ReLU, means of the channels, output layer.
 *
 * <p>The auxiliary output is that of NASNet: ReLU, average pool 5×5 with a stride of 3, convolution
 * 1×1 to 128 channels, convolution of the whole image to 768, each with batch normalisation and
 * ReLU, output layer.
 */
final class CellNetwork {
  private static final int STEM_FACTOR = 3;
  private static final int IMAGENET_STEM = 32;
  private static final int IMAGENET_CELLS = 2;
  private static final int AUXILIARY_POOL = 5;
  private static final int AUXILIARY_STRIDE = 3;
  private static final int AUXILIARY_CHANNELS = 128;
  private static final int AUXILIARY_UNITS = 768;

  private final CellSettings settings;
  private final DatasetInfo.Image data;
  private final Cell normal;
  private final Cell reduction;
  private final int cells;
  private final List<LayerNode> nodes = new ArrayList<>();
  private final List<String> outputs = new ArrayList<>();
  private Features current;
  private Features previous;
  private int layer;

  CellNetwork(CellSettings settings, DatasetInfo.Image data, Cell normal, Cell reduction) {
    this.settings = settings;
    this.data = data;
    this.normal = normal;
    this.reduction = reduction;
    this.cells =
        settings.stages() * (settings.repeats() + 1)
            - 1
            + (settings.stem() == Stem.IMAGENET ? IMAGENET_CELLS : 0);
    this.current = Features.image(data.input());
    this.previous = current;
  }

  /** Returns the kinds of layers of networks with these operations. */
  static Set<Class<? extends LayerSpec>> layerTypes(List<CellOperation> operations) {
    Set<Class<? extends LayerSpec>> types = new HashSet<>(CellLayers.TYPES);
    types.add(Activate.class);
    types.add(AveragePool2d.class);
    types.add(BatchNorm.class);
    types.add(Conv2d.class);
    types.add(GlobalAveragePool.class);
    types.add(Dense.class);
    types.add(Flatten.class);
    for (CellOperation operation : operations) {
      for (CellKind kind : CellKind.values()) {
        types.add(operation.factory().layer(kind.stride(), 2).getClass());
      }
    }
    return types;
  }

  /** Returns the network, without layers on which its outputs do not depend. */
  NetworkSpec network() {
    stem();
    for (int stage = 0; stage < settings.stages(); stage++) {
      int filters = settings.filters(stage);
      if (stage == settings.stages() - 1 && settings.auxiliary()) {
        auxiliary();
      }
      if (stage > 0) {
        cell(reduction, CellKind.REDUCTION, filters);
      }
      for (int repeat = 0; repeat < settings.repeats(); repeat++) {
        cell(normal, CellKind.NORMAL, filters);
      }
    }
    String active = add("head.relu", new Activate(Activation.RELU), current.name());
    String row = add("head.mean", new GlobalAveragePool(), active);
    outputs.add(0, add("output", data.task().outputLayer(), row));
    return new NetworkSpec(new LayerGraph(List.of(data.input()), needed(), outputs));
  }

  private void stem() {
    switch (settings.stem()) {
      case CIFAR -> {
        int filters = STEM_FACTOR * settings.filters(0);
        stem(Conv2d.of(filters, Window.of(3)), filters, 0);
      }
      case IMAGENET -> {
        Window window = new Window(3, 3, 2, Padding.SAME);
        stem(Conv2d.of(IMAGENET_STEM, window), IMAGENET_STEM, 1);
        cell(reduction, CellKind.REDUCTION, settings.filters(0) / 4);
        cell(reduction, CellKind.REDUCTION, settings.filters(0) / 2);
      }
      case NONE -> {}
    }
  }

  private void stem(Conv2d conv, int filters, int halvings) {
    String name = add("stem.conv", conv.withoutBias(), current.name());
    name = add("stem.norm", BatchNorm.standard(), name);
    current = new Features(name, filters, halvings, false);
    previous = current;
  }

  private void cell(Cell cell, CellKind kind, int filters) {
    layer++;
    double dropPath = settings.dropPath() * layer / cells;
    Features output =
        new CellLayers(nodes, cell, kind, "layer" + layer, filters, dropPath)
            .add(current, previous);
    previous = current;
    current = output;
  }

  private void auxiliary() {
    int height = current.size(data.input().dimensions().get(0));
    int width = current.size(data.input().dimensions().get(1));
    Window pool = valid(Math.min(AUXILIARY_POOL, height), Math.min(AUXILIARY_POOL, width));
    String name = add("auxiliary.relu", new Activate(Activation.RELU), current.name());
    name = add("auxiliary.pool", new AveragePool2d(pool), name);
    name = convolution("auxiliary.project", AUXILIARY_CHANNELS, Window.of(1), name);
    Window all = valid(places(height, pool.height()), places(width, pool.width()));
    name = convolution("auxiliary.image", AUXILIARY_UNITS, all, name);
    name = add("auxiliary.row", new Flatten(), name);
    outputs.add(add("auxiliary.output", data.task().outputLayer(), name));
  }

  private String convolution(String name, int filters, Window window, String input) {
    String conv = add(name, Conv2d.of(filters, window).withoutBias(), input);
    String norm = add(name + ".norm", BatchNorm.standard(), conv);
    return add(name + ".relu", new Activate(Activation.RELU), norm);
  }

  private static Window valid(int height, int width) {
    return new Window(height, width, AUXILIARY_STRIDE, Padding.VALID);
  }

  private static int places(int pixels, int window) {
    return (pixels - window) / AUXILIARY_STRIDE + 1;
  }

  private String add(String name, LayerSpec spec, String... read) {
    nodes.add(new LayerNode(name, spec, List.of(read)));
    return name;
  }

  private List<LayerNode> needed() {
    Set<String> needed = new HashSet<>(outputs);
    List<LayerNode> kept = new ArrayList<>();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      LayerNode node = nodes.get(i);
      if (needed.contains(node.name())) {
        needed.addAll(node.inputs());
        kept.add(0, node);
      }
    }
    return kept;
  }

  /**
   * An image between two cells.
   *
   * @param name the name of the node
   * @param channels the number of channels
   * @param halvings the number of times that height and width were halved
   * @param pixels true for the image that the network is given
   */
  record Features(String name, int channels, int halvings, boolean pixels) {
    static Features image(TensorShape input) {
      return new Features("input", input.dimensions().get(2), 0, true);
    }

    /** Returns a side of the image that was this long at first. */
    int size(int first) {
      int size = first;
      for (int i = 0; i < halvings; i++) {
        size = (size + 1) / 2;
      }
      return size;
    }
  }
}
