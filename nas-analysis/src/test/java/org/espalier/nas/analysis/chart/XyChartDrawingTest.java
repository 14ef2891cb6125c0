package org.espalier.nas.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.espalier.nas.analysis.chart.Axis.Unit;
import org.espalier.nas.analysis.chart.Series.DataPoint;
import org.espalier.nas.analysis.chart.Series.Interpolation;
import org.espalier.nas.analysis.drawing.PaletteColor;
import org.espalier.nas.analysis.drawing.SvgWriter;
import org.espalier.nas.analysis.markup.Markup;
import org.junit.jupiter.api.Test;

class XyChartDrawingTest {

  private static final List<DataPoint> POINTS = List.of(new DataPoint(0, 0), new DataPoint(10, 1));

  /** The plot area lies between x = 36.5 and 386, and between y = 254 and 30. */
  @Test
  void placesSeries() {
    String svg =
        svg(
            new Series.Points("d", PaletteColor.BLUE, POINTS),
            new Series.Line("l", PaletteColor.MUTED, POINTS, Interpolation.DASHED),
            new Series.Line("s", PaletteColor.GREEN, POINTS, Interpolation.STEP_AFTER),
            new Series.Crosses("c", PaletteColor.PURPLE, List.of(0.0)),
            new Series.Bars("b", PaletteColor.BLUE, List.of(new Series.Bar(0, 5, 0.5, "half"))));

    assertThat(svg)
        .contains("data-frame=\"36.5 386 30 254\"")
        .contains("d=\"M36.5 254h0M386 30h0\" stroke=\"var(--color-blue)\"")
        .contains("stroke-width=\"7\" stroke-linecap=\"round\"")
        .contains("d=\"M36.5 254l349.5-224\" fill=\"none\" stroke=\"var(--color-muted)\"")
        .contains("d=\"M36.5 254h349.5v-224\" fill=\"none\" stroke=\"var(--color-green)\"")
        .contains("d=\"M36.5 248.4m-3.5 -3.5l7 7m0 -7l-7 7\" stroke=\"var(--color-purple)\"")
        .contains("<g data-tip=\"half\"><path d=\"M37.5 142h172.8v112h-172.8Z\"");
  }

  @Test
  void drawsPointsOutsideTheAxesAtTheEdge() {
    List<DataPoint> points =
        List.of(new DataPoint(5, 0.5), new DataPoint(5, 1e34), new DataPoint(5, -1e34));
    XyChart chart = chart(new Series.Points("d", PaletteColor.BLUE, points));

    assertThat(chart.outliers()).isEqualTo(2);
    assertThat(svg(new Series.Points("d", PaletteColor.BLUE, points)))
        .contains("M211.3 142h0\"")
        .contains("d=\"M206.8 34.5h9l-4.5-9Z\"")
        .contains("d=\"M206.8 249.5h9l-4.5 9Z\"");
  }

  @Test
  void namesItsAxesAndDescribesItself() {
    assertThat(svg())
        .contains("role=\"img\" aria-label=\"A description.\"")
        .contains(">height (m)</text>")
        .contains(">time (s)</text>");
  }

  @Test
  void filesHaveTitleAndLegend() {
    String file =
        SvgWriter.file(
            XyChartDrawing.withTitle(
                chart(
                    new Series.Points("trials", PaletteColor.BLUE, POINTS),
                    new Series.Line("best", PaletteColor.GREEN, POINTS, Interpolation.LINEAR)),
                400,
                300));

    assertThat(file).contains(">title</text>").contains(">trials</text>").contains(">best</text>");
  }

  private static String svg(Series... series) {
    Markup page = new Markup();
    SvgWriter.writeInPage(page, XyChartDrawing.of(chart(series), 400, 300));
    return page.toString();
  }

  private static XyChart chart(Series... series) {
    return new XyChart(
        "id",
        "title",
        "A description.",
        new Axis("time (s)", 0, 10, Unit.NUMBER),
        new Axis("height (m)", 0, 1, Unit.NUMBER),
        List.of(series),
        List.of(),
        XyChart.Hover.NEAREST_POINT);
  }
}
