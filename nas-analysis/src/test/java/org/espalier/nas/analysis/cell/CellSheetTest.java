package org.espalier.nas.analysis.cell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.espalier.nas.analysis.ParsedPage;
import org.espalier.nas.analysis.drawing.Drawing;
import org.espalier.nas.analysis.drawing.SvgWriter;
import org.junit.jupiter.api.Test;

class CellSheetTest {

  @Test
  void drawsTheSameFileForTheCellsOfNasnetA() throws Exception {
    Drawing wide = CellSheet.of(ExampleCells.nasnet(), CellSheet.WIDE);

    assertThat(SvgWriter.file(wide).replace("><", ">\n<")).isEqualTo(golden("nasnet-a.svg"));
    assertThat(wide.width()).isLessThan(920);
    assertThat(wide.height()).isLessThan(400);
  }

  @Test
  void drawsTheSameFileForACellWithOperationsOnEdges() throws Exception {
    Drawing drawing = CellSheet.of(Map.of("cell", ExampleCells.edges()), CellSheet.PHONE);

    assertThat(SvgWriter.file(drawing).replace("><", ">\n<")).isEqualTo(golden("nasbench-201.svg"));
    assertThat(drawing.width()).isLessThan(352);
    assertThat(drawing.description())
        .isEqualTo(
            "Cell: node 1 of conv3x3 (input); node 2 of none (input), conv3x3 (node 1);"
                + " output of skip (input), conv1x1 (node 1), avgpool3x3 (node 2).");
  }

  /** At 86 % of its size, at which a page shows it, the text is 11 pixels high. */
  @Test
  void staysNearTheWidthOfAPhone() {
    Drawing drawing = CellSheet.of(ExampleCells.nasnet(), CellSheet.PHONE);

    assertThat(drawing.width()).isLessThan(520);
    assertThat(SvgWriter.file(drawing)).contains("font-size=\"13\"");
    assertThat(Pattern.compile("font-size=\"(.*?)\"").matcher(SvgWriter.file(drawing)).results())
        .allSatisfy(size -> assertThat(Double.parseDouble(size.group(1))).isGreaterThan(12.9));
  }

  @Test
  void drawsOperationsThatReadSeveralNodesAsBoxes() throws Exception {
    String svg =
        SvgWriter.file(CellSheet.of(Map.of("cell", ExampleCells.vertices()), CellSheet.WIDE));

    ParsedPage.of(svg);
    assertThat(Pattern.compile("data-tip").matcher(svg).results()).hasSize(5);
    assertThat(svg).contains(">conv1x1<", "data-tip=\"conv1x1 of conv3x3, maxpool3x3\"");
  }

  @Test
  void tellsStatesWithTheSameLabelApart() {
    String description =
        CellSheet.of(Map.of("normal", ExampleCells.nasnet().get("reduction")), CellSheet.WIDE)
            .description();

    assertThat(description)
        .startsWith("Normal cell: block 1: add of sep 7x7 (h[i-1]), sep 5x5 (h[i]); block 2:")
        .endsWith("concat of block 3, block 4, block 5.");
  }

  private static String golden(String name) throws Exception {
    try (InputStream file =
        Objects.requireNonNull(CellSheetTest.class.getResourceAsStream(name), name)) {
      return new String(file.readAllBytes(), UTF_8);
    }
  }
}
