package org.espalier.nas.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.espalier.nas.analysis.chart.Axis.Unit;
import org.espalier.nas.analysis.chart.Mark.Course;
import org.espalier.nas.analysis.chart.Mark.Point;
import org.espalier.nas.analysis.markup.Markup;
import org.junit.jupiter.api.Test;

class SvgPainterTest {

  private static final List<Point> POINTS = List.of(new Point(0, 0), new Point(10, 1));

  /** The plot lies between x = 43.6 and 386, and between y = 254 and 30. */
  @Test
  void placesMarks() {
    String svg =
        paint(
            new Mark.Dots("d", Tone.BLUE, POINTS),
            new Mark.Line("l", Tone.GREY, POINTS, Course.DASHED),
            new Mark.Line("s", Tone.GREEN, POINTS, Course.STEPS),
            new Mark.Crosses("c", Tone.PURPLE, POINTS.subList(0, 1)),
            new Mark.Bars("b", Tone.BLUE, List.of(new Mark.Bar(0, 5, 0.5, "half"))));

    assertThat(svg)
        .contains("data-frame=\"36.2 386 30 254 0.0 10.0 0.0 1.0\"")
        .contains("<path class=\"dots tone-blue\" d=\"M36.2 254h0M386 30h0\"/>")
        .contains("<path class=\"line dashed tone-grey\" d=\"M36.2 254L386 30\"/>")
        .contains("<path class=\"line tone-green\" d=\"M36.2 254H386V30\"/>")
        .contains("<path class=\"crosses tone-purple\" d=\"M36.2 254m-3.5 -3.5l7 7m0 -7l-7 7\"/>")
        .contains(
            "<rect class=\"bar tone-blue\" x=\"37.2\" width=\"172.9\" y=\"142\" height=\"112\""
                + " data-tip=\"half\"/>");
  }

  @Test
  void namesItsAxesAndDescribesItself() {
    assertThat(paint())
        .contains("role=\"img\" aria-label=\"What is seen.\"")
        .contains(">height (m)</text>")
        .contains(">time (s)</text>");
  }

  private static String paint(Mark... marks) {
    Markup page = new Markup();
    XyChart chart =
        new XyChart(
            "id",
            "title",
            "What is seen.",
            new Axis("time (s)", 0, 10, Unit.NUMBER),
            new Axis("height (m)", 0, 1, Unit.NUMBER),
            List.of(marks),
            List.of(),
            XyChart.Pointing.NEAREST_POINT);
    SvgPainter.paint(page, chart, 400, 300);
    return page.toString();
  }
}
