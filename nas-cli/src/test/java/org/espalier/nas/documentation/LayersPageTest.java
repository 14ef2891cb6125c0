package org.espalier.nas.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.espalier.nas.api.network.FactorisedReduction;
import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.network.GlobalAveragePool;
import org.espalier.nas.api.network.LayerGraph;
import org.espalier.nas.api.network.LayerGraphBuilder;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.MaxPool2d;
import org.espalier.nas.api.network.Multiply;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.PadImage;
import org.espalier.nas.api.network.SeparableConv2d;
import org.espalier.nas.api.network.SqueezeExcite;
import org.espalier.nas.api.network.StackedSeparableConv2d;
import org.espalier.nas.api.network.Subsample;
import org.espalier.nas.api.network.TakeChannels;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.network.Window;
import org.espalier.nas.api.network.Zeros;
import org.junit.jupiter.api.Test;

/** The page of layers names all of them, counts right, and its examples are the code below. */
class LayersPageTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LAYER =
      Pattern.compile(
          "public record (\\w+)\\([^)]*\\)\\s+implements (UnaryLayer|LayerSpec|ComposedLayer) ");
  private static final TensorShape IMAGE = TensorShape.of(32, 32, 16);
  private static final List<LayerSpec> COUNTED =
      List.of(
          Conv2d.of(32, Window.of(3)),
          Conv2d.of(32, Window.of(3, 2)).grouped(4).withoutBias(),
          Conv2d.of(32, Window.of(3)).dilated(2),
          DepthwiseConv2d.of(Window.of(5)),
          SeparableConv2d.of(32, Window.of(5)),
          new StackedSeparableConv2d(32, Window.of(5, 2)),
          BatchNorm.standard(),
          new Activate(Activation.RELU),
          new MaxPool2d(Window.of(2, 2)),
          new AveragePool2d(Window.of(3)),
          new GlobalAveragePool(),
          new FactorisedReduction(32),
          new SqueezeExcite(4),
          new Zeros(2),
          new Subsample(2, 1),
          new TakeChannels(10),
          new PadImage(40, 40),
          new Flatten(),
          new Add(),
          new Multiply(),
          new Concat());

  record Bottleneck(int filters, int channels) implements ComposedLayer {
    @Override
    public LayerGraph graph(List<TensorShape> inputs) {
      LayerGraphBuilder graph = LayerGraph.with(inputs.toArray(TensorShape[]::new));
      String narrow = graph.add("narrow", Conv2d.of(filters, Window.of(1)), graph.input());
      String seen = graph.add("seen", Conv2d.of(filters, Window.of(3)), narrow);
      String wide = graph.add("wide", Conv2d.of(channels, Window.of(1)), seen);
      return graph.output(graph.add("sum", new Add(), wide, graph.input()));
    }

    @Override
    public String label() {
      return "bottleneck(" + filters + ", " + channels + ")";
    }
  }

  @Test
  void theGraphOfTheExampleIsValid() {
    LayerGraphBuilder graph = LayerGraph.with(TensorShape.of(28, 28, 1));
    String conv =
        graph.add("conv", Conv2d.of(16, Window.of(3)).with(Activation.RELU), graph.input());
    String wide = graph.add("wide", Conv2d.of(16, Window.of(5)), conv);
    String sum = graph.add("sum", new Add(), wide, conv);
    String pooled = graph.add("pooled", new GlobalAveragePool(), sum);
    String head = graph.add("head", new Dense(10, Activation.SOFTMAX), pooled);
    NetworkSpec network = new NetworkSpec(graph.output(head));

    assertThat(network.output()).isEqualTo(TensorShape.of(10));
    assertThat(network.parameters()).isEqualTo(9 * 16 + 16 + 25 * 16 * 16 + 16 + 16 * 10 + 10);
  }

  @Test
  void theComposedLayerOfTheExampleIsValid() {
    LayerGraph graph = LayerGraph.chain(IMAGE, List.of(new Bottleneck(4, 16)));

    assertThat(graph.output()).isEqualTo(IMAGE);
    assertThat(graph.expanded().shapes()).containsKeys("layer0/narrow", "layer0/sum");
  }

  @Test
  void allLayersAreNamed() throws IOException {
    String page = page();
    Path sources = ROOT.resolve("nas-api/src/main/java/org/espalier/nas/api/network");
    try (Stream<Path> files = Files.list(sources)) {
      List<String> names =
          files
              .map(DocumentationTest::text)
              .map(LAYER::matcher)
              .filter(Matcher::find)
              .map(found -> found.group(1))
              .toList();
      assertThat(names).hasSizeGreaterThanOrEqualTo(24);
      assertThat(names).allSatisfy(name -> assertThat(page).contains("| `" + name + "("));
    }
  }

  @Test
  void countsAreRight() throws IOException {
    assertThat(page())
        .contains(String.join("\n", COUNTED.stream().map(LayersPageTest::row).toList()));
  }

  private static String row(LayerSpec layer) {
    List<TensorShape> inputs =
        Collections.nCopies(
            layer instanceof Add || layer instanceof Multiply || layer instanceof Concat ? 2 : 1,
            IMAGE);
    return "| `%s` | %s | %d | %d |"
        .formatted(
            layer.label(), layer.output(inputs), layer.parameters(inputs), layer.flops(inputs));
  }

  private static String page() throws IOException {
    return Files.readString(ROOT.resolve("docs/layers.md"));
  }
}
