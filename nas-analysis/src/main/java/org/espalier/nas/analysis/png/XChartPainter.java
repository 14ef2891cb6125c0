package org.espalier.nas.analysis.png;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.espalier.nas.analysis.chart.Axis;
import org.espalier.nas.analysis.chart.Mark;
import org.espalier.nas.analysis.chart.Mark.Point;
import org.espalier.nas.analysis.chart.XyChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws charts by XChart. */
final class XChartPainter {

  private static final int MANY_POINTS = 600;
  private static final double GAP = 0.02;
  private static final int TICKS = 16;
  private static final int TRANSLUCENT = 165;

  private final XyChart source;
  private final XYChart target;

  private XChartPainter(XyChart source, PngSize size) {
    this.source = source;
    target =
        new XYChartBuilder()
            .width(size.width())
            .height(size.height())
            .title(source.title())
            .xAxisTitle(source.x().title())
            .yAxisTitle(source.y().title())
            .build();
  }

  static IChart paint(XyChart chart, PngSize size) {
    XChartPainter painter = new XChartPainter(chart, size);
    painter.style();
    chart.marks().forEach(painter::add);
    return painter.target;
  }

  private void style() {
    Look.apply(target.getStyler());
    target.getStyler().setLocale(Locale.ROOT);
    target
        .getStyler()
        .setXAxisMin(scaled(source.x(), source.x().low()))
        .setXAxisMax(scaled(source.x(), source.x().high()))
        .setYAxisMin(scaled(source.y(), source.y().low()))
        .setYAxisMax(scaled(source.y(), source.y().high()));
    target
        .getStyler()
        .setXAxisTickLabelsFormattingFunction(value -> label(source.x(), value))
        .setYAxisTickLabelsFormattingFunction(value -> label(source.y(), value));
    target.getStyler().setPlotContentSize(1);
    target
        .getStyler()
        .setLegendVisible(source.marks().stream().filter(m -> !m.name().isEmpty()).count() > 1);
  }

  private void add(Mark mark) {
    Color color = mark.tone().onWhite();
    if (mark instanceof Mark.Line line) {
      XYSeries series = series(mark, corners(line));
      series.setMarker(SeriesMarkers.NONE);
      series.setLineStyle(stroke(line.course()));
      series.setLineColor(color);
    } else if (mark instanceof Mark.Dots dots) {
      scatter(dots, dots.points())
          .setMarker(SeriesMarkers.CIRCLE)
          .setMarkerColor(translucent(color));
    } else if (mark instanceof Mark.Crosses crosses) {
      scatter(crosses, crosses.points()).setMarker(SeriesMarkers.CROSS).setMarkerColor(color);
    } else if (mark instanceof Mark.Bars bars) {
      XYSeries series = series(bars, outline(bars));
      series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Area);
      series.setMarker(SeriesMarkers.NONE);
      series.setFillColor(color);
      series.setLineColor(Color.WHITE);
    }
  }

  private XYSeries scatter(Mark mark, List<Point> points) {
    XYSeries series = series(mark, points);
    series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
    target.getStyler().setMarkerSize(points.size() > MANY_POINTS ? 4 : 8);
    return series;
  }

  private XYSeries series(Mark mark, List<Point> points) {
    // XChart wants names, and each only once.
    String name =
        mark.name().isEmpty() ? " ".repeat(1 + source.marks().indexOf(mark)) : mark.name();
    return target.addSeries(
        name,
        points.stream().mapToDouble(point -> scaled(source.x(), point.x())).toArray(),
        points.stream().mapToDouble(point -> scaled(source.y(), point.y())).toArray());
  }

  private static List<Point> corners(Mark.Line line) {
    if (line.course() != Mark.Course.STEPS) {
      return line.points();
    }
    List<Point> corners = new ArrayList<>();
    for (Point point : line.points()) {
      if (!corners.isEmpty()) {
        corners.add(new Point(point.x(), corners.get(corners.size() - 1).y()));
      }
      corners.add(point);
    }
    return corners;
  }

  private static List<Point> outline(Mark.Bars bars) {
    List<Point> outline = new ArrayList<>();
    for (Mark.Bar bar : bars.bars()) {
      double gap = GAP * (bar.high() - bar.low());
      outline.add(new Point(bar.low() + gap, 0));
      outline.add(new Point(bar.low() + gap, bar.height()));
      outline.add(new Point(bar.high() - gap, bar.height()));
      outline.add(new Point(bar.high() - gap, 0));
    }
    return outline;
  }

  private static BasicStroke stroke(Mark.Course course) {
    return course == Mark.Course.DASHED
        ? new BasicStroke(
            2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {8, 5}, 0)
        : new BasicStroke(2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
  }

  private static Color translucent(Color color) {
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), TRANSLUCENT);
  }

  private static String label(Axis axis, double shown) {
    double value = axis.unit() == Axis.Unit.PERCENT ? shown / 100 : shown;
    return axis.label(value, axis.step(TICKS));
  }

  private static double scaled(Axis axis, double value) {
    return axis.unit() == Axis.Unit.PERCENT ? 100 * value : value;
  }
}
