package org.espalier.nas.analysis.network;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.espalier.nas.analysis.ParsedPage;
import org.espalier.nas.analysis.drawing.Drawing;
import org.espalier.nas.analysis.drawing.SvgWriter;
import org.espalier.nas.api.network.LayerGraph;
import org.junit.jupiter.api.Test;

class NetworkDrawingTest {

  @Test
  void drawsTheSameFileForASmallGraph() throws Exception {
    String svg = SvgWriter.file(NetworkDrawing.of(ExampleNetworks.small()));

    assertThat(svg.replace("><", ">\n<")).isEqualTo(golden());
  }

  private static String golden() throws Exception {
    try (InputStream file =
        Objects.requireNonNull(NetworkDrawingTest.class.getResourceAsStream("small-network.svg"))) {
      return new String(file.readAllBytes(), UTF_8);
    }
  }

  @Test
  void drawsAChainWithoutCurvesAndAsWideAsAPhone() {
    Drawing drawing = NetworkDrawing.of(ExampleNetworks.chain());

    String svg = SvgWriter.file(drawing);

    assertThat(svg).doesNotContain("C").contains(">conv(32, 5×5, no bias)<", ">28×28×32 · 800<");
    assertThat(drawing.width()).isLessThan(352);
    assertThat(drawing.height()).isLessThan(360);
  }

  @Test
  void keepsACellOfFortyNodesOnOneScreen() {
    LayerGraph cell = ExampleNetworks.cell();

    Drawing drawing = NetworkDrawing.of(cell);

    assertThat(cell.nodes()).hasSize(40);
    assertThat(drawing.width()).isLessThan(1300);
    assertThat(drawing.height()).isLessThan(1300);
    assertThat(drawing.description())
        .startsWith("Graph of a network of 40 layers with 16,960 parameters: relu, conv(32, 1×1)");
  }

  @Test
  void drawsEachNodeOfRandomGraphsOnce() throws Exception {
    for (int seed = 0; seed < 10; seed++) {
      LayerGraph graph = ExampleNetworks.random(30, new SplittableRandom(seed));

      String svg = SvgWriter.file(NetworkDrawing.of(graph));

      ParsedPage.of(svg);
      assertThat(Pattern.compile("data-tip").matcher(svg).results())
          .hasSize(1 + graph.nodes().size());
    }
  }

  @Test
  void namesComposedLayersAndDrawsEqualPartsOnce() {
    assertThat(SvgWriter.file(NetworkDrawing.of(ExampleNetworks.small())))
        .contains(">residual<")
        .doesNotContain(">residual([conv");
    assertThat(ComposedParts.of(ExampleNetworks.small()))
        .singleElement()
        .satisfies(
            parts -> {
              assertThat(parts.title()).isEqualTo("residual (first, second)");
              assertThat(parts.graph().nodes()).hasSize(3);
            });
  }
}
