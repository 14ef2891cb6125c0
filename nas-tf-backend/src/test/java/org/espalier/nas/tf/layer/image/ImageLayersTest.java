package org.espalier.nas.tf.layer.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.espalier.nas.api.network.Activate;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Add;
import org.espalier.nas.api.network.AveragePool2d;
import org.espalier.nas.api.network.BatchNorm;
import org.espalier.nas.api.network.ComposedLayer;
import org.espalier.nas.api.network.Concat;
import org.espalier.nas.api.network.Conv2d;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.DepthwiseConv2d;
import org.espalier.nas.api.network.DropPath;
import org.espalier.nas.api.network.FactorisedReduction;
import org.espalier.nas.api.network.GlobalAveragePool;
import org.espalier.nas.api.network.LayerGraph;
import org.espalier.nas.api.network.LayerGraphBuilder;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.MaxPool2d;
import org.espalier.nas.api.network.Multiply;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.Padding;
import org.espalier.nas.api.network.PassThrough;
import org.espalier.nas.api.network.SeparableConv2d;
import org.espalier.nas.api.network.SpatialDropout;
import org.espalier.nas.api.network.SqueezeExcite;
import org.espalier.nas.api.network.StackedSeparableConv2d;
import org.espalier.nas.api.network.Subsample;
import org.espalier.nas.api.network.TakeChannels;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.network.Window;
import org.espalier.nas.api.network.Zeros;
import org.espalier.nas.tf.layer.BuiltNetwork;
import org.espalier.nas.tf.layer.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImageLayersTest {
  private static final TensorShape IMAGE = TensorShape.of(7, 6, 4);
  private static final int EXAMPLES = 3;

  static Stream<LayerSpec> layers() {
    Window valid = new Window(3, 3, 1, Padding.VALID);
    return Stream.of(
        Conv2d.of(3, Window.of(1)),
        Conv2d.of(3, Window.of(1, 2)),
        Conv2d.of(3, new Window(1, 1, 3, Padding.VALID)),
        Conv2d.of(3, Window.of(3)).with(Activation.TANH),
        Conv2d.of(3, Window.of(5, 2)),
        Conv2d.of(3, new Window(1, 5, 1, Padding.SAME)),
        Conv2d.of(3, new Window(5, 1, 2, Padding.VALID)),
        Conv2d.of(3, valid),
        Conv2d.of(6, Window.of(3)).grouped(2),
        Conv2d.of(3, Window.of(3)).dilated(2),
        Conv2d.of(3, Window.of(2)).dilated(3),
        Conv2d.of(3, Window.of(5)).dilated(3),
        Conv2d.of(5, new Window(3, 1, 1, Padding.SAME)).dilated(2),
        Conv2d.of(6, Window.of(3)).grouped(2).dilated(2),
        Conv2d.of(3, valid).dilated(2),
        DepthwiseConv2d.of(Window.of(3)),
        DepthwiseConv2d.of(Window.of(5)),
        DepthwiseConv2d.of(Window.of(5, 2)),
        new DepthwiseConv2d(Window.of(7), 2, 1, false, Activation.LINEAR),
        DepthwiseConv2d.of(Window.of(9)),
        DepthwiseConv2d.of(new Window(3, 5, 1, Padding.VALID)),
        DepthwiseConv2d.of(Window.of(3)).dilated(2),
        new DepthwiseConv2d(valid, 2, 1, true, Activation.SIGMOID),
        SeparableConv2d.of(5, Window.of(3, 2)),
        new StackedSeparableConv2d(5, Window.of(3, 2)),
        BatchNorm.standard(),
        new MaxPool2d(Window.of(2, 2)),
        new MaxPool2d(Window.of(3)),
        new MaxPool2d(valid),
        new AveragePool2d(Window.of(3)),
        new AveragePool2d(Window.of(2, 2)),
        new GlobalAveragePool(),
        new Zeros(1),
        new Zeros(2),
        new PassThrough(),
        new Subsample(2, 0),
        new Subsample(2, 1),
        new Subsample(3, 1),
        new Subsample(3, 2),
        new TakeChannels(3),
        new FactorisedReduction(5),
        new SqueezeExcite(2),
        new Activate(Activation.SWISH));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void shapesParametersAndGradientsAreRight(LayerSpec layer) {
    // The convolution before it has a gradient that passes through the layer.
    NetworkSpec spec = new NetworkSpec(IMAGE, List.of(Conv2d.of(4, Window.of(1)), layer));
    try (BuiltNetwork built = new BuiltNetwork(spec, 8)) {
      assertThat(built.parameters()).isEqualTo(spec.parameters());
      List<Long> shape = new ArrayList<>(List.of(8L));
      spec.output().dimensions().forEach(size -> shape.add((long) size));
      assertThat(built.outputShape()).containsExactly(shape.toArray(Long[]::new));
      // A step may cross a kink of the maximum, or of a ReLU in a composed layer; smaller steps
      // cross fewer, but are less exact.
      boolean kinks = layer instanceof ComposedLayer || layer instanceof MaxPool2d;
      assertThat(built.gradientError(kinks ? 5e-4 : 5e-3)).isLessThan(kinks ? 1e-1 : 5e-3);
    }
  }

  static Stream<Conv2d> convolutions() {
    return layers().filter(Conv2d.class::isInstance).map(Conv2d.class::cast);
  }

  @ParameterizedTest
  @MethodSource("convolutions")
  void convolutionsAreTheSumsOfTheirDefinition(Conv2d layer) {
    try (BuiltNetwork built = new BuiltNetwork(new NetworkSpec(IMAGE, List.of(layer)), EXAMPLES)) {
      float[] x = built.examples();
      float[] expected =
          NaiveImages.of(IMAGE, EXAMPLES).convolution(layer, x, built.values("layer0.kernel"));
      assertClose(built.output(x, Mode.INFERENCE), expected);
      assertClose(built.output(x, Mode.TRAINING), expected);
    }
  }

  @Test
  void depthwiseConvolutionsFilterEachChannelApart() {
    DepthwiseConv2d layer = new DepthwiseConv2d(Window.of(3, 2), 2, 1, false, Activation.LINEAR);
    try (BuiltNetwork built = new BuiltNetwork(new NetworkSpec(IMAGE, List.of(layer)), EXAMPLES)) {
      float[] x = built.examples();
      // The kernel of height × width × channels × 2 is that of a convolution in four groups.
      Conv2d grouped = Conv2d.of(8, Window.of(3, 2)).grouped(4).withoutBias();
      float[] expected =
          NaiveImages.of(IMAGE, EXAMPLES).convolution(grouped, x, built.values("layer0.kernel"));
      assertClose(built.output(x, Mode.INFERENCE), expected);
    }
  }

  @ParameterizedTest
  @MethodSource("windows")
  void poolsLookAtThePixelsInTheImageOnly(Window window) {
    try (BuiltNetwork most =
            new BuiltNetwork(new NetworkSpec(IMAGE, List.of(new MaxPool2d(window))), EXAMPLES);
        BuiltNetwork mean =
            new BuiltNetwork(
                new NetworkSpec(IMAGE, List.of(new AveragePool2d(window))), EXAMPLES)) {
      NaiveImages images = NaiveImages.of(IMAGE, EXAMPLES);
      float[] x = most.examples();
      assertClose(most.output(x, Mode.INFERENCE), images.pool(window, x, true));
      assertClose(mean.output(x, Mode.INFERENCE), images.pool(window, x, false));
    }
  }

  static Stream<Window> windows() {
    return Stream.of(
        Window.of(3), Window.of(2, 2), Window.of(3, 2), new Window(3, 2, 2, Padding.VALID));
  }

  @Test
  void batchNormalisationFollowsItsFormulaInBothModes() {
    NetworkSpec spec = new NetworkSpec(IMAGE, List.of(BatchNorm.standard()));
    try (BuiltNetwork built = new BuiltNetwork(spec, EXAMPLES)) {
      float[] x = built.examples();
      int channels = 4;
      double[] mean = new double[channels];
      double[] variance = new double[channels];
      int count = x.length / channels;
      for (int i = 0; i < x.length; i++) {
        mean[i % channels] += x[i] / (double) count;
      }
      for (int i = 0; i < x.length; i++) {
        variance[i % channels] += Math.pow(x[i] - mean[i % channels], 2) / count;
      }
      float[] expected = new float[x.length];
      for (int i = 0; i < x.length; i++) {
        int c = i % channels;
        expected[i] = (float) ((x[i] - mean[c]) / Math.sqrt(variance[c] + 1e-3));
      }
      assertClose(built.output(x, Mode.TRAINING), expected);
      List<float[]> statistics = built.statistics(x);
      for (int c = 0; c < channels; c++) {
        assertThat((double) statistics.get(0)[c]).isCloseTo(mean[c], within(1e-5));
        assertThat((double) statistics.get(1)[c]).isCloseTo(variance[c], within(1e-5));
      }
      // Before the first estimate, mean and variance are 0 and 1.
      assertThat((double) built.output(x, Mode.INFERENCE)[0])
          .isCloseTo(x[0] / Math.sqrt(1 + 1e-3), within(1e-5));
      built.setState(statistics);
      assertClose(built.output(x, Mode.INFERENCE), expected);
    }
  }

  @Test
  void rowsAreNormalisedToo() {
    NetworkSpec spec =
        new NetworkSpec(
            TensorShape.of(5), List.of(new Dense(4, Activation.LINEAR), BatchNorm.standard()));
    try (BuiltNetwork built = new BuiltNetwork(spec, 8)) {
      assertThat(built.gradientError(5e-3)).isLessThan(5e-3);
      assertThat(built.parameters()).isEqualTo(spec.parameters());
    }
  }

  @Test
  void subsamplingKeepsThePixelsFromItsOffset() {
    try (BuiltNetwork built =
        new BuiltNetwork(new NetworkSpec(IMAGE, List.of(new Subsample(2, 1))), 1)) {
      float[] x = built.examples();
      float[] kept = built.output(x, Mode.INFERENCE);
      // 7×6 pixels: rows 1, 3, 5 and one beyond the image, columns 1, 3, 5.
      assertThat(built.outputShape()).containsExactly(1, 4, 3, 4);
      assertThat(kept[0]).isEqualTo(x[(1 * 6 + 1) * 4]);
      assertThat(kept[(2 * 3 + 1) * 4 + 3]).isEqualTo(x[(5 * 6 + 3) * 4 + 3]);
      assertThat(kept[(3 * 3) * 4]).isZero();
    }
  }

  @Test
  void mergingLayersPassGradientsToAllTheirInputs() {
    LayerGraphBuilder graph = LayerGraph.with(IMAGE);
    String a = graph.add("a", Conv2d.of(4, Window.of(3)), graph.input());
    String b = graph.add("b", Conv2d.of(4, Window.of(1)), graph.input());
    String sum = graph.add("sum", new Add(), a, b, graph.input());
    String product = graph.add("product", new Multiply(), a, sum);
    String joined = graph.add("joined", new Concat(), product, b, sum);
    NetworkSpec spec = new NetworkSpec(graph.output(joined));
    try (BuiltNetwork built = new BuiltNetwork(spec, EXAMPLES)) {
      assertThat(built.outputShape()).containsExactly(EXAMPLES, 7, 6, 12);
      assertThat(built.parameters()).isEqualTo(spec.parameters());
      assertThat(built.gradientError(5e-3)).isLessThan(5e-3);
    }
  }

  @Test
  void equalNodesWithoutVariablesAreBuiltOnce() {
    LayerGraphBuilder graph = LayerGraph.with(IMAGE);
    String one = graph.add("one", new Activate(Activation.RELU), graph.input());
    String two = graph.add("two", new Activate(Activation.RELU), graph.input());
    String same = graph.add("same", new PassThrough(), two);
    String a = graph.add("a", Conv2d.of(4, Window.of(3)), one);
    String b = graph.add("b", Conv2d.of(4, Window.of(3)), same);
    NetworkSpec spec = new NetworkSpec(graph.output(graph.add("sum", new Add(), a, b)));
    try (BuiltNetwork built = new BuiltNetwork(spec, EXAMPLES)) {
      assertThat(built.network().nodes())
          .extracting(node -> node.name())
          .containsExactly("one", "a", "b", "sum");
      assertThat(built.values("a.kernel")).isNotEqualTo(built.values("b.kernel"));
      assertThat(built.gradientError(5e-3)).isLessThan(5e-3);
    }
  }

  @Test
  void dropoutOfChannelsAndPathsDropsThemWhole() {
    try (BuiltNetwork channels =
            new BuiltNetwork(new NetworkSpec(IMAGE, List.of(new SpatialDropout(0.5))), 20);
        BuiltNetwork paths =
            new BuiltNetwork(new NetworkSpec(IMAGE, List.of(new DropPath(0.5))), 20)) {
      float[] x = channels.examples();
      assertThat(channels.output(x, Mode.INFERENCE)).isEqualTo(x);
      assertWhole(x, channels.output(x, Mode.TRAINING), 4, 42);
      assertWhole(x, paths.output(x, Mode.TRAINING), 1, 7 * 6 * 4);
    }
  }

  /** Checks that values are dropped by channel, or all of an example if there is one group. */
  private static void assertWhole(float[] x, float[] y, int groups, int size) {
    int dropped = 0;
    for (int example = 0; example < 20; example++) {
      for (int group = 0; group < groups; group++) {
        int zeros = 0;
        for (int i = 0; i < size; i++) {
          int at = example * groups * size + i * groups + group;
          zeros += y[at] == 0 ? 1 : 0;
          assertThat(y[at] == 0 || y[at] == 2 * x[at]).isTrue();
        }
        assertThat(zeros).isIn(0, size);
        dropped += zeros == 0 ? 0 : 1;
      }
    }
    // Outside of these bounds with a probability below 1e-4 for 20 draws; the seed is fixed.
    assertThat(dropped / (20.0 * groups)).isBetween(0.1, 0.9);
  }

  private static void assertClose(float[] actual, float[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) actual[i]).as("value %d", i).isCloseTo(expected[i], within(2e-5));
    }
  }
}
