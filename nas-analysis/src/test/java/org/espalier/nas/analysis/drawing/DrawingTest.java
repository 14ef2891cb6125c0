package org.espalier.nas.analysis.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.espalier.nas.analysis.drawing.Shape.Point;
import org.espalier.nas.analysis.markup.Markup;
import org.junit.jupiter.api.Test;

class DrawingTest {

  private static final Drawing DRAWING =
      new Drawing(
          "What is seen.",
          100,
          50,
          Map.of("data-figure", "f"),
          List.of(
              new Shape.Polyline(
                  List.of(new Point(0, 0), new Point(10, 0), new Point(10, 5)),
                  Stroke.ofSeries(7, 2)),
              new Shape.Circle(3, 4, 2, PaletteColor.GREEN, 0.5),
              new Shape.Label(1, 2, "a < b", Shape.Anchor.END, PaletteColor.TEXT, 13)));

  @Test
  void leavesColoursToThePage() {
    Markup page = new Markup();
    SvgWriter.writeInPage(page, DRAWING);

    assertThat(page.toString())
        .startsWith("<svg viewBox=\"0 0 100 50\" role=\"img\" aria-label=\"What is seen.\"")
        .contains("data-figure=\"f\"")
        .contains("d=\"M0 0h10v5\" fill=\"none\" stroke=\"var(--color-blue)\"")
        .contains("stroke-dasharray=\"7 4\"")
        .contains("r=\"2\" fill=\"var(--color-green)\" fill-opacity=\"0.50\"")
        .contains(
            "text-anchor=\"end\" font-size=\"13\" fill=\"var(--color-text)\">a &lt; b</text>");
  }

  @Test
  void filesHaveTheirOwnColoursGroundAndMargin() {
    assertThat(SvgWriter.file(DRAWING))
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=")
        .contains("width=\"132\" height=\"82\"")
        .contains("viewBox=\"-16 -16 132 82\"")
        .contains("fill=\"#ffffff\"")
        .contains("stroke=\"#0072b2\"")
        .doesNotContain("var(");
  }

  @Test
  void twentyEightSeriesAreTellable() {
    List<Stroke> pens =
        java.util.stream.IntStream.range(0, 28).mapToObj(i -> Stroke.ofSeries(i, 2)).toList();

    assertThat(pens).doesNotHaveDuplicates();
  }

  @Test
  void cutsTextToTheRoomThatThereIs() {
    String cut = TextMetrics.fitted("a name that is much too long", 80, 13);

    assertThat(cut).startsWith("a name").endsWith("\u2026");
    assertThat(TextMetrics.width(cut, 13)).isLessThanOrEqualTo(80);
    assertThat(TextMetrics.fitted("short", 80, 13)).isEqualTo("short");
  }
}
