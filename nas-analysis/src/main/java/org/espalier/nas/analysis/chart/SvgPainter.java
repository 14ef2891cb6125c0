package org.espalier.nas.analysis.chart;

import static org.espalier.nas.analysis.markup.Figures.coordinate;

import java.util.List;
import org.espalier.nas.analysis.chart.Mark.Point;
import org.espalier.nas.analysis.markup.Markup;

/** Draws charts as SVG elements; colours and fonts come from the page's style sheet. */
public final class SvgPainter {

  private static final int MANY_POINTS = 600;
  private static final double CROSS = 3.5;

  private SvgPainter() {}

  /**
   * Draws a chart.
   *
   * @param page where the element is written to
   * @param chart what to draw
   * @param width in pixels
   * @param height in pixels
   */
  public static void paint(Markup page, XyChart chart, int width, int height) {
    Canvas canvas = Canvas.of(chart, width, height);
    page.open(
        "svg",
        "viewBox",
        "0 0 " + width + " " + height,
        "role",
        "img",
        "aria-label",
        chart.description(),
        "data-chart",
        chart.id(),
        "data-frame",
        canvas.frame(),
        "data-pointing",
        chart.pointing() == XyChart.Pointing.NEAREST_COLUMN ? "column" : "point");
    paintAxes(page, canvas);
    chart.marks().forEach(mark -> paintMark(page, canvas, mark));
    page.close();
  }

  private static void paintAxes(Markup page, Canvas canvas) {
    String left = coordinate(canvas.left());
    String right = coordinate(canvas.right());
    String bottom = coordinate(canvas.bottom());
    for (Axis.Tick tick : canvas.y().ticks(canvas.mostLines())) {
      String y = coordinate(canvas.toY(tick.value()));
      page.empty("line", "class", "grid", "x1", left, "x2", right, "y1", y, "y2", y);
      text(page, "tick end", canvas.left() - 7, canvas.toY(tick.value()) + 4, tick.label());
    }
    for (Axis.Tick tick : canvas.x().ticks(canvas.mostColumns())) {
      double x = canvas.toX(tick.value());
      page.empty(
          "line",
          "class",
          "axis",
          "x1",
          coordinate(x),
          "x2",
          coordinate(x),
          "y1",
          bottom,
          "y2",
          coordinate(canvas.bottom() + 4));
      text(page, "tick middle", x, canvas.bottom() + 18, tick.label());
    }
    page.empty("line", "class", "axis", "x1", left, "x2", right, "y1", bottom, "y2", bottom);
    text(page, "title", 2, 14, canvas.y().title());
    text(page, "title end", canvas.right(), canvas.bottom() + 38, canvas.x().title());
  }

  private static void paintMark(Markup page, Canvas canvas, Mark mark) {
    if (mark instanceof Mark.Bars bars) {
      paintBars(page, canvas, bars);
    } else if (mark instanceof Mark.Line line) {
      path(page, line, styleOf(line), line(canvas, line));
    } else if (mark instanceof Mark.Dots dots) {
      String style = dots.points().size() > MANY_POINTS ? "dots many" : "dots";
      path(page, dots, style, scattered(canvas, dots.points(), "h0"));
    } else if (mark instanceof Mark.Crosses crosses) {
      path(page, crosses, "crosses", crosses(canvas, crosses.points()));
    }
  }

  private static String styleOf(Mark.Line line) {
    return line.course() == Mark.Course.DASHED ? "line dashed" : "line";
  }

  private static void path(Markup page, Mark mark, String style, String path) {
    page.empty("path", "class", style + ' ' + mark.tone().styleClass(), "d", path);
  }

  private static String line(Canvas canvas, Mark.Line line) {
    StringBuilder path = new StringBuilder();
    for (Point point : line.points()) {
      if (path.isEmpty()) {
        path.append('M').append(canvas.place(point));
      } else if (line.course() == Mark.Course.STEPS) {
        path.append('H').append(coordinate(canvas.toX(point.x())));
        path.append('V').append(coordinate(canvas.toY(point.y())));
      } else {
        path.append('L').append(canvas.place(point));
      }
    }
    return path.toString();
  }

  private static String scattered(Canvas canvas, List<Point> points, String shape) {
    StringBuilder path = new StringBuilder();
    points.forEach(point -> path.append('M').append(canvas.place(point)).append(shape));
    return path.toString();
  }

  private static String crosses(Canvas canvas, List<Point> points) {
    String size = coordinate(2 * CROSS);
    String back = coordinate(-CROSS);
    String shape =
        "m" + back + ' ' + back + "l" + size + ' ' + size + "m0 -" + size + "l-" + size + ' '
            + size;
    return scattered(canvas, points, shape);
  }

  private static void paintBars(Markup page, Canvas canvas, Mark.Bars bars) {
    for (Mark.Bar bar : bars.bars()) {
      double x = canvas.toX(bar.low());
      double width = canvas.toX(bar.high()) - x;
      double gap = Math.min(2, width * 0.15);
      double y = canvas.toY(bar.height());
      page.empty(
          "rect",
          "class",
          "bar " + bars.tone().styleClass(),
          "x",
          coordinate(x + gap / 2),
          "width",
          coordinate(Math.max(0.5, width - gap)),
          "y",
          coordinate(y),
          "height",
          coordinate(canvas.bottom() - y),
          "data-tip",
          bar.tip());
    }
  }

  private static void text(Markup page, String style, double x, double y, String content) {
    page.leaf("text", content, "class", style, "x", coordinate(x), "y", coordinate(y));
  }
}
