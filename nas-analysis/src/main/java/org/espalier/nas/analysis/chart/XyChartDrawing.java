package org.espalier.nas.analysis.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.espalier.nas.analysis.chart.Series.DataPoint;
import org.espalier.nas.analysis.chart.Series.Interpolation;
import org.espalier.nas.analysis.drawing.Drawing;
import org.espalier.nas.analysis.drawing.PaletteColor;
import org.espalier.nas.analysis.drawing.Shape;
import org.espalier.nas.analysis.drawing.Shape.Anchor;
import org.espalier.nas.analysis.drawing.Shape.Marker;
import org.espalier.nas.analysis.drawing.Shape.Point;
import org.espalier.nas.analysis.drawing.Stroke;
import org.espalier.nas.analysis.drawing.TextMetrics;

/** The drawing of an {@link XyChart}. */
public final class XyChartDrawing {

  private static final double FONT_SIZE = 13;
  private static final double TITLE_SIZE = 17;
  private static final double TITLE_HEIGHT = 30;
  private static final double LEGEND_HEIGHT = 26;
  private static final double SWATCH = 18;
  private static final double TOP = 30;
  private static final double BOTTOM = 46;
  private static final double RIGHT = 14;

  private static final int MANY_POINTS = 600;
  private static final double CROSS = 7;
  private static final double EDGE = 9;
  private static final double LINE_WIDTH = 2;
  private static final double SPREAD_WIDTH = 1.3;

  private final XyChart chart;
  private final PlotArea area;

  private XyChartDrawing(XyChart chart, int width, int height, double header) {
    this.chart = chart;
    AxisScale y = AxisScale.linear(chart.y());
    double top = header + TOP;
    double bottom = height - BOTTOM;
    double left = 4 + PlotArea.labelWidth(y, bottom - top, FONT_SIZE);
    area =
        new PlotArea(left, width - RIGHT, top, bottom, AxisScale.linear(chart.x()), y, FONT_SIZE);
  }

  /** Draws a chart without title and legend, which its page writes as text. */
  public static Drawing of(XyChart chart, int width, int height) {
    XyChartDrawing drawing = new XyChartDrawing(chart, width, height, 0);
    return new Drawing(chart.description(), width, height, drawing.attributes(), drawing.plot());
  }

  /** Draws a chart with title and legend, for a file of its own. */
  public static Drawing withTitle(XyChart chart, int width, int height) {
    double header = TITLE_HEIGHT + (chart.legend().isEmpty() ? 0 : LEGEND_HEIGHT);
    XyChartDrawing drawing = new XyChartDrawing(chart, width, height, header);
    List<Shape> shapes = new ArrayList<>();
    shapes.add(
        new Shape.Label(2, TITLE_SIZE, chart.title(), Anchor.START, PaletteColor.TEXT, TITLE_SIZE));
    shapes.addAll(drawing.legend());
    shapes.addAll(drawing.plot());
    return new Drawing(chart.description(), width, height, Map.of(), shapes);
  }

  private Map<String, String> attributes() {
    boolean column = chart.hover() == XyChart.Hover.NEAREST_COLUMN;
    return Map.of(
        "data-chart",
        chart.id(),
        "data-frame",
        area.edges(),
        "data-hover",
        column ? "column" : "point");
  }

  private List<Shape> plot() {
    List<Shape> shapes = new ArrayList<>(area.axes());
    chart.series().forEach(series -> draw(series, shapes));
    return shapes;
  }

  private void draw(Series series, List<Shape> shapes) {
    if (series instanceof Series.Bars bars) {
      bars.bars().forEach(bar -> shapes.add(bar(bar, bars.color())));
    } else if (series instanceof Series.Line line) {
      shapes.add(area.clip(List.of(new Shape.Polyline(vertices(line), stroke(line)))));
    } else if (series instanceof Series.Points points) {
      draw(points, shapes);
    } else if (series instanceof Series.Crosses crosses) {
      double y = area.bottom() - 0.025 * (area.bottom() - area.top());
      List<Point> places =
          crosses.values().stream().map(value -> new Point(area.toX(value), y)).toList();
      shapes.add(new Shape.Markers(places, Marker.CROSS, CROSS, crosses.color(), 1));
    } else if (series instanceof Series.Spreads spreads) {
      shapes.add(area.clip(spreads.spreads().stream().flatMap(s -> bars(s, spreads)).toList()));
    } else if (series instanceof Series.Labels labels) {
      shapes.addAll(new LabelPlacement(area, labels).shapes());
    }
  }

  private Stream<Shape> bars(Series.Spread spread, Series.Spreads series) {
    double x = spread.point().x();
    double y = spread.point().y();
    Stroke stroke = Stroke.solid(series.color(), SPREAD_WIDTH);
    return Stream.of(
            new Shape.Polyline(
                List.of(area.toPoint(x - spread.x(), y), area.toPoint(x + spread.x(), y)), stroke),
            new Shape.Polyline(
                List.of(area.toPoint(x, y - spread.y()), area.toPoint(x, y + spread.y())), stroke))
        .filter(bar -> !bar.points().get(0).equals(bar.points().get(1)))
        .map(bar -> bar);
  }

  private void draw(Series.Points series, List<Shape> shapes) {
    List<Point> inside = new ArrayList<>();
    List<Point> above = new ArrayList<>();
    List<Point> below = new ArrayList<>();
    List<Point> right = new ArrayList<>();
    for (DataPoint point : series.points()) {
      double x = area.toX(chart.x().clamp(point.x()));
      double y = area.toY(chart.y().clamp(point.y()));
      if (chart.x().contains(point.x()) && chart.y().contains(point.y())) {
        inside.add(new Point(x, y));
      } else if (chart.y().contains(point.y()) && point.x() > chart.x().high()) {
        right.add(new Point(x, y));
      } else {
        (point.y() < chart.y().low() ? below : above).add(new Point(x, y));
      }
    }
    boolean many = series.points().size() > MANY_POINTS;
    shapes.add(
        new Shape.Markers(
            inside, Marker.CIRCLE, many ? 3.5 : 7, series.color(), many ? 0.55 : 0.7));
    addOutside(above, Marker.TRIANGLE_UP, series.color(), shapes);
    addOutside(below, Marker.TRIANGLE_DOWN, series.color(), shapes);
    addOutside(right, Marker.TRIANGLE_RIGHT, series.color(), shapes);
  }

  private static void addOutside(
      List<Point> outside, Marker marker, PaletteColor color, List<Shape> shapes) {
    if (!outside.isEmpty()) {
      shapes.add(new Shape.Markers(outside, marker, EDGE, color, 1));
    }
  }

  private List<Point> vertices(Series.Line line) {
    List<Point> vertices = new ArrayList<>();
    for (DataPoint point : line.points()) {
      Point place = area.toPoint(point.x(), point.y());
      if (line.interpolation() == Interpolation.STEP_AFTER && !vertices.isEmpty()) {
        vertices.add(new Point(place.x(), vertices.get(vertices.size() - 1).y()));
      }
      vertices.add(place);
    }
    return vertices;
  }

  private Shape bar(Series.Bar bar, PaletteColor color) {
    double x = area.toX(bar.low());
    double width = area.toX(bar.high()) - x;
    double gap = Math.min(2, width * 0.15);
    double y = area.toY(bar.height());
    double shown = Math.max(0.5, width - gap);
    return Shape.Group.withTooltip(
        bar.tooltip(), Shape.Polygon.box(x + gap / 2, y, shown, area.bottom() - y, color, 1));
  }

  private List<Shape> legend() {
    List<Shape> shapes = new ArrayList<>();
    double x = 2;
    double y = TITLE_HEIGHT + 8;
    for (Series series : chart.legend()) {
      shapes.add(swatch(series, x, y));
      x += SWATCH + 7;
      shapes.add(
          new Shape.Label(x, y + 4.5, series.name(), Anchor.START, PaletteColor.MUTED, FONT_SIZE));
      x += TextMetrics.width(series.name(), FONT_SIZE) + 18;
    }
    return shapes;
  }

  private static Shape swatch(Series series, double x, double y) {
    List<Point> center = List.of(new Point(x + SWATCH / 2, y));
    if (series instanceof Series.Line line) {
      return Shape.Polyline.between(x, y, x + SWATCH, y, stroke(line));
    }
    if (series instanceof Series.Crosses) {
      return new Shape.Markers(center, Marker.CROSS, CROSS, series.color(), 1);
    }
    if (series instanceof Series.Spreads) {
      Stroke stroke = Stroke.solid(series.color(), SPREAD_WIDTH);
      return Shape.Polyline.between(x, y, x + SWATCH, y, stroke);
    }
    return series instanceof Series.Bars
        ? Shape.Polygon.box(x + 3, y - 6, 12, 12, series.color(), 1)
        : new Shape.Markers(center, Marker.CIRCLE, 8, series.color(), 0.7);
  }

  private static Stroke stroke(Series.Line line) {
    return new Stroke(
        line.color(),
        LINE_WIDTH,
        line.interpolation() == Interpolation.DASHED ? List.of(6, 4) : List.of());
  }
}
