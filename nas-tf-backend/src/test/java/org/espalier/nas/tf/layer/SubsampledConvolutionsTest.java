package org.espalier.nas.tf.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Add;
import org.espalier.nas.api.network.Conv2d;
import org.espalier.nas.api.network.DepthwiseConv2d;
import org.espalier.nas.api.network.LayerGraph;
import org.espalier.nas.api.network.LayerGraphBuilder;
import org.espalier.nas.api.network.LayerNode;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.Padding;
import org.espalier.nas.api.network.Subsample;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.network.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SubsampledConvolutionsTest {
  private static final TensorShape IMAGE = TensorShape.of(9, 8, 4);
  private static final int EXAMPLES = 3;
  private static final Conv2d DILATED = Conv2d.of(5, Window.of(3)).dilated(2);
  private static final Conv2d LAST = Conv2d.of(2, Window.of(3));

  static Stream<LayerSpec> convolutions() {
    return Stream.of(
        DILATED.with(Activation.TANH),
        Conv2d.of(3, new Window(1, 5, 1, Padding.SAME)).dilated(3),
        DepthwiseConv2d.of(Window.of(5)).dilated(2));
  }

  @ParameterizedTest
  @MethodSource("convolutions")
  void pixelsThatAreKeptHaveTheSameValues(LayerSpec convolution) {
    int distance =
        convolution instanceof Conv2d full
            ? full.dilation()
            : ((DepthwiseConv2d) convolution).dilation();
    Subsample kept = new Subsample(distance, 0);
    try (BuiltNetwork exchanged = network(convolution, kept, LAST);
        BuiltNetwork inOrder = network(convolution, new Subsample(1, 0), kept, LAST)) {
      assertThat(names(exchanged)).containsExactly("layer1", "layer0", "layer2");
      assertThat(names(inOrder)).containsExactly("layer0", "layer1", "layer2", "layer3");
      assertThat(exchanged.values("layer0.kernel")).isEqualTo(inOrder.values("layer0.kernel"));
      assertThat(exchanged.gradientError(5e-3)).isLessThan(5e-3);
    }
    try (BuiltNetwork exchanged = network(convolution, kept, new Subsample(1, 0));
        BuiltNetwork whole = network(convolution)) {
      float[] x = whole.examples();
      float[] all = whole.output(x, Mode.TRAINING);
      float[] some = exchanged.output(x, Mode.TRAINING);
      int[] sizes = Stream.of(1, 2, 3).mapToInt(i -> (int) exchanged.outputShape()[i]).toArray();
      int at = 0;
      for (int example = 0; example < EXAMPLES; example++) {
        for (int row = 0; row < sizes[0]; row++) {
          for (int column = 0; column < sizes[1]; column++) {
            int pixel = (example * 9 + row * distance) * 8 + column * distance;
            for (int channel = 0; channel < sizes[2]; channel++) {
              assertThat(some[at++]).isCloseTo(all[pixel * sizes[2] + channel], within(1e-5f));
            }
          }
        }
      }
      assertThat(at).isEqualTo(some.length);
    }
  }

  @Test
  void pixelsThatAreReadOtherwiseAreComputed() {
    Subsample kept = new Subsample(2, 0);
    List<List<LayerSpec>> chains =
        List.of(
            List.of(DILATED, new Subsample(2, 1), LAST),
            List.of(DILATED, new Subsample(3, 0), LAST),
            List.of(DILATED.dilated(1), kept, LAST),
            List.of(Conv2d.of(5, Window.of(2)).dilated(2), kept, LAST),
            List.of(Conv2d.of(5, new Window(3, 3, 1, Padding.VALID)).dilated(2), kept, LAST),
            List.of(kept, LAST),
            List.of(DILATED, kept));
    for (List<LayerSpec> chain : chains) {
      LayerGraph graph = LayerGraph.chain(IMAGE, chain);
      assertThat(SubsampledConvolutions.of(graph)).isEqualTo(graph);
    }
  }

  @Test
  void convolutionsOfSeveralReadersStay() {
    LayerGraphBuilder graph = LayerGraph.with(IMAGE);
    String convolution = graph.add("convolution", DILATED, graph.input());
    String kept = graph.add("kept", new Subsample(2, 0), convolution);
    String other = graph.add("other", new Subsample(2, 1), convolution);
    LayerGraph read = graph.output(graph.add("sum", new Add(), kept, other));
    assertThat(SubsampledConvolutions.of(read)).isEqualTo(read);
  }

  @Test
  void exchangedNodesAreReadUnderTheirPlaces() {
    LayerGraphBuilder graph = LayerGraph.with(IMAGE);
    String first = graph.add("first", DILATED, graph.input());
    String kept = graph.add("kept", new Subsample(2, 0), first);
    String second = graph.add("second", DILATED, kept);
    String again = graph.add("again", new Subsample(2, 0), second);
    LayerGraph exchanged = SubsampledConvolutions.of(graph.output(graph.add("last", LAST, again)));
    assertThat(exchanged.nodes())
        .containsExactly(
            new LayerNode("kept", new Subsample(2, 0), List.of("input")),
            new LayerNode("first", DILATED.dilated(1), List.of("kept")),
            new LayerNode("again", new Subsample(2, 0), List.of("first")),
            new LayerNode("second", DILATED.dilated(1), List.of("again")),
            new LayerNode("last", LAST, List.of("second")));
  }

  private static BuiltNetwork network(LayerSpec... layers) {
    return new BuiltNetwork(new NetworkSpec(IMAGE, List.of(layers)), EXAMPLES);
  }

  private static List<String> names(BuiltNetwork network) {
    return network.network().nodes().stream().map(BuiltNode::name).toList();
  }
}
