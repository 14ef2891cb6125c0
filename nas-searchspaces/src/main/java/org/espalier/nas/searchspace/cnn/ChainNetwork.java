package org.espalier.nas.searchspace.cnn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.network.Activate;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.BatchNorm;
import org.espalier.nas.api.network.Concat;
import org.espalier.nas.api.network.Conv2d;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.network.GlobalAveragePool;
import org.espalier.nas.api.network.LayerGraph;
import org.espalier.nas.api.network.LayerGraphBuilder;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.MaxPool2d;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.PadImage;
import org.espalier.nas.api.network.Window;
import org.espalier.nas.api.space.Architecture;

/** The network that an architecture of {@link ChainCnnSearchSpace} describes. */
final class ChainNetwork {
  static final Set<Class<? extends LayerSpec>> LAYERS =
      Set.of(
          Activate.class,
          BatchNorm.class,
          Concat.class,
          Conv2d.class,
          Dense.class,
          Dropout.class,
          Flatten.class,
          GlobalAveragePool.class,
          MaxPool2d.class,
          PadImage.class);

  private final ChainCnnSettings settings;
  private final ChainDecisions decisions;
  private final DatasetInfo data;
  private final Architecture architecture;
  private final List<ImageSize> sizes;
  private final LayerGraphBuilder graph;

  ChainNetwork(
      ChainCnnSettings settings,
      ChainDecisions decisions,
      DatasetInfo data,
      Architecture architecture) {
    this.settings = settings;
    this.decisions = decisions;
    this.data = data;
    this.architecture = architecture;
    List<Integer> input = data.input().dimensions();
    this.sizes =
        ImageSize.outputs(
            new ImageSize(input.get(0), input.get(1)),
            decisions,
            architecture,
            decisions.layers(architecture));
    this.graph = LayerGraph.with(data.input());
  }

  /** Returns the network. */
  NetworkSpec network() {
    List<String> outputs = new ArrayList<>();
    Set<Integer> read = new HashSet<>();
    for (int layer = 1; layer <= decisions.layers(architecture); layer++) {
      List<Integer> inputs = decisions.inputs(architecture, layer);
      read.addAll(inputs);
      outputs.add(layer(layer, joined("inputs" + layer, inputs, outputs)));
    }
    List<Integer> ends = new ArrayList<>();
    for (int layer = 1; layer <= outputs.size(); layer++) {
      if (!read.contains(layer)) {
        ends.add(layer);
      }
    }
    return new NetworkSpec(graph.output(head(joined("outputs", ends, outputs))));
  }

  /** Adds the concatenation of the outputs of layers, padded to one size. */
  private String joined(String name, List<Integer> layers, List<String> outputs) {
    if (layers.isEmpty()) {
      return graph.input();
    }
    if (layers.size() == 1) {
      return outputs.get(layers.get(0) - 1);
    }
    ImageSize size = ImageSize.input(new ImageSize(1, 1), sizes, layers);
    List<String> padded = new ArrayList<>();
    for (int layer : layers) {
      String output = outputs.get(layer - 1);
      padded.add(
          sizes.get(layer - 1).equals(size)
              ? output
              : graph.add(
                  name + "-padded" + layer, new PadImage(size.height(), size.width()), output));
    }
    return graph.add(name, new Concat(), padded.toArray(String[]::new));
  }

  private String layer(int layer, String input) {
    Activation activation =
        Activation.ofLabel(decisions.value(architecture, LayerProperty.ACTIVATION, layer))
            .orElseThrow();
    Conv2d conv =
        Conv2d.of(
            decisions.whole(architecture, LayerProperty.FILTERS, layer),
            Window.of(
                decisions.whole(architecture, LayerProperty.KERNEL, layer),
                decisions.whole(architecture, LayerProperty.STRIDE, layer)));
    String last;
    if (decisions.value(architecture, LayerProperty.BATCH_NORM, layer).equals("true")) {
      last = graph.add("conv" + layer, conv.withoutBias(), input);
      last = graph.add("norm" + layer, BatchNorm.standard(), last);
      last = graph.add("activation" + layer, new Activate(activation), last);
    } else {
      last = graph.add("conv" + layer, conv.with(activation), input);
    }
    int pool = decisions.whole(architecture, LayerProperty.POOL, layer);
    if (pool > 1) {
      last = graph.add("pool" + layer, new MaxPool2d(Window.of(pool, pool)), last);
    }
    String rate = decisions.value(architecture, LayerProperty.DROPOUT, layer);
    return dropout("dropout" + layer, rate, last);
  }

  private String dropout(String name, String rate, String input) {
    double value = Double.parseDouble(rate);
    return value == 0 ? input : graph.add(name, new Dropout(value), input);
  }

  private String head(String input) {
    ChainHead head = settings.head();
    boolean flatten =
        decisions
            .value(architecture, ChainDecisions.POOLING, head.pooling().domain())
            .equals("flatten");
    String last = graph.add("row", flatten ? new Flatten() : new GlobalAveragePool(), input);
    for (int layer = 1; layer <= decisions.denseLayers(architecture); layer++) {
      String units =
          decisions.value(architecture, ChainDecisions.units(layer), head.units().domain());
      last =
          graph.add("dense" + layer, new Dense(Integer.parseInt(units), head.activation()), last);
      String rate =
          decisions.value(
              architecture, ChainDecisions.denseDropout(layer), head.dropout().domain());
      last = dropout("denseDropout" + layer, rate, last);
    }
    return graph.add("output", data.task().outputLayer(), last);
  }
}
