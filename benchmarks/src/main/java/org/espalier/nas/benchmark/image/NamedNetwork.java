package org.espalier.nas.benchmark.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.espalier.nas.api.network.Activate;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Add;
import org.espalier.nas.api.network.AveragePool2d;
import org.espalier.nas.api.network.BatchNorm;
import org.espalier.nas.api.network.Concat;
import org.espalier.nas.api.network.Conv2d;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.FactorisedReduction;
import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.network.GlobalAveragePool;
import org.espalier.nas.api.network.LayerGraph;
import org.espalier.nas.api.network.LayerGraphBuilder;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.MaxPool2d;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.SeparableConv2d;
import org.espalier.nas.api.network.SqueezeExcite;
import org.espalier.nas.api.network.StackedSeparableConv2d;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.network.Window;

/** The networks that are measured. */
enum NamedNetwork {
  /** Conv 5×32, pool 2, conv 5×64, pool 2, dense. */
  MNIST(
      (input, output) ->
          new NetworkSpec(
              input,
              List.of(
                  Conv2d.of(32, Window.of(5)).with(Activation.RELU),
                  new MaxPool2d(Window.of(2, 2)),
                  Conv2d.of(64, Window.of(5)).with(Activation.RELU),
                  new MaxPool2d(Window.of(2, 2)),
                  new Flatten(),
                  output))),
  /** Two small convolutions. */
  SMALL(
      (input, output) ->
          new NetworkSpec(
              input,
              List.of(
                  Conv2d.of(8, Window.of(3)).with(Activation.RELU),
                  new MaxPool2d(Window.of(2, 2)),
                  Conv2d.of(16, Window.of(3)).withoutBias(),
                  BatchNorm.standard(),
                  new Activate(Activation.RELU),
                  new GlobalAveragePool(),
                  output))),
  /** Four normalised convolutions of 64 filters before the first pool, as in VGG. */
  WIDE((input, output) -> new NetworkSpec(input, normalised(4, 64, output))),
  /** Three residual blocks with squeeze-and-excite. */
  RESIDUAL(NamedNetwork::residual),
  /** Separable convolutions of both kinds, a factorised reduction and dropout. */
  SEPARABLE(
      (input, output) ->
          new NetworkSpec(
              input,
              List.of(
                  Conv2d.of(24, Window.of(3)),
                  new StackedSeparableConv2d(32, Window.of(5)),
                  SeparableConv2d.of(48, Window.of(3)),
                  new FactorisedReduction(48),
                  new StackedSeparableConv2d(64, Window.of(3)),
                  new AveragePool2d(Window.of(3, 2)),
                  new Dropout(0.2),
                  new GlobalAveragePool(),
                  new Dense(32, Activation.SWISH),
                  output))),
  /** Branches with kernels of several sizes, concatenated. */
  BRANCHES(NamedNetwork::branches);

  @SuppressWarnings("ImmutableEnumChecker") // The functions have no state.
  private final BiFunction<TensorShape, LayerSpec, NetworkSpec> maker;

  NamedNetwork(BiFunction<TensorShape, LayerSpec, NetworkSpec> maker) {
    this.maker = maker;
  }

  /** Returns all names. */
  static List<String> names() {
    return Arrays.stream(values()).map(NamedNetwork::name).toList();
  }

  /** Returns the network for images of this shape. */
  NetworkSpec of(TensorShape input, LayerSpec output) {
    return maker.apply(input, output);
  }

  private static List<LayerSpec> normalised(int layers, int filters, LayerSpec output) {
    List<LayerSpec> chain = new ArrayList<>();
    for (int i = 0; i < layers; i++) {
      chain.add(Conv2d.of(filters, Window.of(3)).withoutBias());
      chain.add(BatchNorm.standard());
      chain.add(new Activate(Activation.RELU));
    }
    chain.add(new MaxPool2d(Window.of(2, 2)));
    chain.add(new GlobalAveragePool());
    chain.add(output);
    return chain;
  }

  private static NetworkSpec residual(TensorShape input, LayerSpec output) {
    LayerGraphBuilder graph = LayerGraph.with(input);
    String last = graph.add("stem", Conv2d.of(32, Window.of(3)), graph.input());
    for (int block = 1; block <= 3; block++) {
      String name = "block" + block;
      String body = graph.add(name + "a", BatchNorm.standard(), last);
      body = graph.add(name + "b", new Activate(Activation.RELU), body);
      body = graph.add(name + "c", Conv2d.of(32, Window.of(3)).withoutBias(), body);
      body = graph.add(name + "d", BatchNorm.standard(), body);
      body = graph.add(name + "e", new Activate(Activation.RELU), body);
      body = graph.add(name + "f", Conv2d.of(32, Window.of(3)), body);
      body = graph.add(name + "g", new SqueezeExcite(4), body);
      last = graph.add(name, new Add(), last, body);
    }
    String row = graph.add("row", new GlobalAveragePool(), last);
    return new NetworkSpec(graph.output(graph.add("output", output, row)));
  }

  private static NetworkSpec branches(TensorShape input, LayerSpec output) {
    LayerGraphBuilder graph = LayerGraph.with(input);
    String stem =
        graph.add("stem", Conv2d.of(32, Window.of(3)).with(Activation.RELU), graph.input());
    String one = graph.add("one", Conv2d.of(32, Window.of(1)).with(Activation.RELU), stem);
    String three = graph.add("three", Conv2d.of(32, Window.of(3)).with(Activation.RELU), stem);
    String five = graph.add("five", Conv2d.of(32, Window.of(5)).with(Activation.RELU), stem);
    String joined = graph.add("joined", new Concat(), one, three, five);
    String reduced = graph.add("reduced", Conv2d.of(64, Window.of(1)), joined);
    String pooled = graph.add("pooled", new MaxPool2d(Window.of(2, 2)), reduced);
    String row = graph.add("row", new Flatten(), pooled);
    return new NetworkSpec(graph.output(graph.add("output", output, row)));
  }
}
