package org.espalier.nas.analysis.comparison.figure;

import static org.espalier.nas.analysis.markup.Figures.coordinate;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.analysis.chart.Axis.Tick;
import org.espalier.nas.analysis.drawing.Ink;
import org.espalier.nas.analysis.drawing.Lettering;
import org.espalier.nas.analysis.drawing.Pen;
import org.espalier.nas.analysis.drawing.Shape;
import org.espalier.nas.analysis.drawing.Shape.Anchor;
import org.espalier.nas.analysis.drawing.Shape.Label;
import org.espalier.nas.analysis.drawing.Shape.Point;
import org.espalier.nas.analysis.drawing.Shape.Polyline;

/**
 * The rectangle between the axes of a chart, and the way from values to places.
 *
 * @param left where it starts
 * @param right where it ends
 * @param top where it starts
 * @param bottom where it ends
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param letters the size of the axes' letters
 */
record Frame(
    double left, double right, double top, double bottom, Scale x, Scale y, double letters) {

  private static final double TICK_ROOM = 46;
  private static final int MOST_TICKS = 10;

  /** The pixels that the values along a vertical axis of this height take. */
  static double roomForValues(Scale y, double height, double letters) {
    return y.ticks(mostTicks(height)).stream()
            .mapToDouble(tick -> Lettering.width(tick.label(), letters))
            .max()
            .orElse(0)
        + 12;
  }

  double toX(double value) {
    double share = (x.along(value) - x.axis().low()) / (x.axis().high() - x.axis().low());
    return left + share * (right - left);
  }

  double toY(double value) {
    double share = (y.along(value) - y.axis().low()) / (y.axis().high() - y.axis().low());
    // What lies far outside is drawn just outside, so that numbers stay short.
    return bottom - Math.max(-2, Math.min(3, share)) * (bottom - top);
  }

  Point place(double xValue, double yValue) {
    return new Point(toX(xValue), toY(yValue));
  }

  Shape.Plot plot(List<Shape> shapes) {
    return new Shape.Plot(left, top, right - left, bottom - top, shapes);
  }

  /** Axes and grid; the part that changes when the chart is zoomed has a role. */
  List<Shape> axes() {
    List<Shape> ticks = new ArrayList<>();
    for (Tick tick : y.ticks(mostTicks(bottom - top))) {
      double place = spot(tick.value(), y, bottom, top);
      ticks.add(Polyline.between(left, place, right, place, Pen.solid(Ink.GRID, 1)));
      ticks.add(label(left - 7, place + letters / 3, tick.label(), Anchor.END, Ink.MUTED));
    }
    for (Tick tick : x.ticks(mostColumns())) {
      double place = spot(tick.value(), x, left, right);
      ticks.add(Polyline.between(place, bottom, place, bottom + 4, Pen.solid(Ink.MUTED, 1)));
      ticks.add(label(place, bottom + 18, tick.label(), Anchor.MIDDLE, Ink.MUTED));
    }
    return List.of(
        Shape.Group.of("ticks", ticks),
        Polyline.between(left, bottom, right, bottom, Pen.solid(Ink.MUTED, 1)),
        label(2, top - 12, y.axis().title(), Anchor.START, Ink.TEXT),
        label(right, bottom + 38, x.axis().title(), Anchor.END, Ink.TEXT));
  }

  /** What a page's script needs to know of it. */
  String asAttribute() {
    return String.join(
        " ",
        coordinate(left),
        coordinate(right),
        coordinate(top),
        coordinate(bottom),
        Double.toString(x.axis().low()),
        Double.toString(x.axis().high()),
        Double.toString(y.axis().low()),
        Double.toString(y.axis().high()));
  }

  private int mostColumns() {
    int wanted = (int) Math.max(2, Math.min(MOST_TICKS, (right - left) / 60));
    double widest =
        x.ticks(wanted).stream()
            .mapToDouble(tick -> Lettering.width(tick.label(), letters))
            .max()
            .orElse(1);
    return (int) Math.max(2, Math.min(wanted, (right - left) / (widest + 22)));
  }

  private Label label(double x, double y, String text, Anchor anchor, Ink ink) {
    return new Label(x, y, text, anchor, ink, letters);
  }

  private static double spot(double along, Scale scale, double from, double to) {
    double share = (along - scale.axis().low()) / (scale.axis().high() - scale.axis().low());
    return from + share * (to - from);
  }

  private static int mostTicks(double height) {
    return (int) Math.max(2, height / TICK_ROOM);
  }
}
