package org.espalier.nas.analysis.chart;

import static org.espalier.nas.analysis.markup.NumberFormat.coordinate;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.analysis.chart.Axis.Tick;
import org.espalier.nas.analysis.drawing.PaletteColor;
import org.espalier.nas.analysis.drawing.Shape;
import org.espalier.nas.analysis.drawing.Shape.Anchor;
import org.espalier.nas.analysis.drawing.Shape.Label;
import org.espalier.nas.analysis.drawing.Shape.Point;
import org.espalier.nas.analysis.drawing.Shape.Polyline;
import org.espalier.nas.analysis.drawing.Stroke;
import org.espalier.nas.analysis.drawing.TextMetrics;

/**
 * The rectangle between the axes of a chart, and the mapping of values to pixels.
 *
 * @param left left edge
 * @param right right edge
 * @param top upper edge
 * @param bottom lower edge
 * @param x horizontal scale
 * @param y vertical scale
 * @param fontSize font size of the axes in pixels
 */
public record PlotArea(
    double left,
    double right,
    double top,
    double bottom,
    AxisScale x,
    AxisScale y,
    double fontSize) {

  private static final double TICK_ROOM = 46;

  /** Low charts have closer ticks. */
  private static final double EXTRA_HEIGHT = 60;

  private static final double LEAST_TICK_ROOM = 60;
  private static final int MOST_TICKS = 12;
  private static final double LABEL_GAP = 20;

  /** Returns the width of the labels of a vertical axis of this height. */
  public static double labelWidth(AxisScale y, double height, double fontSize) {
    return y.ticks(rows(height)).stream()
            .mapToDouble(tick -> TextMetrics.width(tick.label(), fontSize))
            .max()
            .orElse(0)
        + 12;
  }

  /** Returns the horizontal position of a value; values far outside lie just outside. */
  public double toX(double value) {
    return left + bounded(x.position(value)) * (right - left);
  }

  /** Returns the vertical position of a value; values far outside lie just outside. */
  public double toY(double value) {
    return bottom - bounded(y.position(value)) * (bottom - top);
  }

  /** Returns the position of a pair of values. */
  public Point toPoint(double xValue, double yValue) {
    return new Point(toX(xValue), toY(yValue));
  }

  /** Clips shapes to the area. */
  public Shape.Viewport clip(List<Shape> shapes) {
    return new Shape.Viewport(left, top, right - left, bottom - top, shapes);
  }

  /** Draws axes and horizontal grid lines; scripts replace the ticks when the reader zooms. */
  public List<Shape> axes() {
    List<Shape> ticks = new ArrayList<>();
    for (Tick tick : y.ticks(rows(bottom - top))) {
      double place = bottom - y.axis().position(tick.value()) * (bottom - top);
      ticks.add(Polyline.between(left, place, right, place, Stroke.solid(PaletteColor.GRID, 1)));
      ticks.add(
          label(left - 7, place + fontSize / 3, tick.label(), Anchor.END, PaletteColor.MUTED));
    }
    for (Tick tick : xTicks()) {
      double place = place(tick);
      ticks.add(
          Polyline.between(place, bottom, place, bottom + 4, Stroke.solid(PaletteColor.MUTED, 1)));
      ticks.add(label(place, bottom + 18, tick.label(), Anchor.MIDDLE, PaletteColor.MUTED));
    }
    return List.of(
        Shape.Group.withRole("ticks", ticks),
        Polyline.between(left, bottom, right, bottom, Stroke.solid(PaletteColor.MUTED, 1)),
        label(2, top - 12, y.axis().title(), Anchor.START, PaletteColor.TEXT),
        label(right, bottom + 38, x.axis().title(), Anchor.END, PaletteColor.TEXT));
  }

  /** Draws the horizontal axis and vertical grid lines of a chart whose rows are categories. */
  public List<Shape> xAxis() {
    List<Shape> shapes = new ArrayList<>();
    for (Tick tick : xTicks()) {
      double place = place(tick);
      shapes.add(Polyline.between(place, top, place, bottom, Stroke.solid(PaletteColor.GRID, 1)));
      shapes.add(label(place, bottom + 17, tick.label(), Anchor.MIDDLE, PaletteColor.MUTED));
    }
    shapes.add(Polyline.between(left, bottom, right, bottom, Stroke.solid(PaletteColor.MUTED, 1)));
    shapes.add(label(right, bottom + 36, x.axis().title(), Anchor.END, PaletteColor.TEXT));
    return shapes;
  }

  /** Returns the edges (left, right, top, bottom) as an attribute for scripts. */
  public String edges() {
    return String.join(
        " ", coordinate(left), coordinate(right), coordinate(top), coordinate(bottom));
  }

  /** Returns the edges and the ends of both axes as an attribute for scripts. */
  public String edgesAndEnds() {
    return String.join(
        " ",
        edges(),
        Double.toString(x.axis().low()),
        Double.toString(x.axis().high()),
        Double.toString(y.axis().low()),
        Double.toString(y.axis().high()));
  }

  /** Returns as many ticks as have room for their labels, at least two where possible. */
  private List<Tick> xTicks() {
    double width = right - left;
    int most = (int) Math.max(2, Math.min(MOST_TICKS, width / LEAST_TICK_ROOM));
    List<Tick> ticks = x.ticks(most);
    while (most > 2 && labelsWidth(ticks) > width) {
      ticks = x.ticks(--most);
    }
    return ticks;
  }

  private double labelsWidth(List<Tick> ticks) {
    double widest =
        ticks.stream()
            .mapToDouble(tick -> TextMetrics.width(tick.label(), fontSize))
            .max()
            .orElse(0);
    return ticks.size() * (widest + LABEL_GAP);
  }

  private double place(Tick tick) {
    return left + x.axis().position(tick.value()) * (right - left);
  }

  private Label label(double x, double y, String text, Anchor anchor, PaletteColor color) {
    return new Label(x, y, text, anchor, color, fontSize);
  }

  private static double bounded(double position) {
    return Math.max(-2, Math.min(3, position));
  }

  private static int rows(double height) {
    return (int) Math.max(2, (height + EXTRA_HEIGHT) / TICK_ROOM);
  }
}
