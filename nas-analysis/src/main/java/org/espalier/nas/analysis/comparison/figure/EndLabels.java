package org.espalier.nas.analysis.comparison.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.espalier.nas.analysis.drawing.Ink;
import org.espalier.nas.analysis.drawing.Lettering;
import org.espalier.nas.analysis.drawing.Pen;
import org.espalier.nas.analysis.drawing.Shape;
import org.espalier.nas.analysis.drawing.Shape.Anchor;
import org.espalier.nas.analysis.drawing.Shape.Point;

/** The names of arms at the right of a chart, each with a line to where its data ends. */
final class EndLabels {

  private static final double REACH = 22;

  private final Layout layout;
  private final List<End> ends = new ArrayList<>();

  private record End(int arm, String name, double x, double y) {}

  EndLabels(Layout layout) {
    this.layout = layout;
  }

  /** The pixels that such names take. */
  static double room(Iterable<String> names, Layout layout) {
    double widest = 0;
    for (String name : names) {
      widest = Math.max(widest, Lettering.width(name, layout.letters()));
    }
    return Math.min(layout.nameRoom(), widest) + REACH + 8;
  }

  void add(int arm, String name, double x, double y) {
    ends.add(new End(arm, name, x, y));
  }

  /**
   * Draws them from {@code right} on, none over another, between {@code top} and {@code bottom}.
   */
  List<Shape> draw(double right, double top, double bottom) {
    List<End> sorted = ends.stream().sorted(Comparator.comparingDouble(End::y)).toList();
    double apart = Math.min(layout.letters() + 3, (bottom - top) / Math.max(1, sorted.size() - 1));
    List<Double> places = spread(sorted.stream().map(End::y).toList(), apart, top, bottom);
    List<Shape> shapes = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      End end = sorted.get(i);
      double y = places.get(i);
      Point from = new Point(end.x(), Math.max(top, Math.min(bottom, end.y())));
      Shape line =
          new Shape.Polyline(
              List.of(from, new Point(right + 6, y), new Point(right + REACH - 4, y)),
              Pen.ofSeries(end.arm(), layout == Layout.WIDE ? 2 : 1.6));
      String shown = Lettering.fitted(end.name(), layout.nameRoom(), layout.letters());
      Shape name =
          new Shape.Label(
              right + REACH,
              y + layout.letters() / 3,
              shown,
              Anchor.START,
              Ink.TEXT,
              layout.letters());
      shapes.add(
          new Shape.Group(
              Map.of("data-arm", Integer.toString(end.arm()), "data-role", "name"),
              List.of(line, name)));
    }
    return shapes;
  }

  /** Moves ascending places as little apart as is needed. */
  private static List<Double> spread(List<Double> wanted, double apart, double top, double bottom) {
    double[] places = new double[wanted.size()];
    double next = top;
    for (int i = 0; i < places.length; i++) {
      places[i] = Math.max(next, wanted.get(i));
      next = places[i] + apart;
    }
    double last = bottom;
    for (int i = places.length - 1; i >= 0; i--) {
      places[i] = Math.min(last, places[i]);
      last = places[i] - apart;
    }
    List<Double> spread = new ArrayList<>();
    for (double place : places) {
      spread.add(place);
    }
    return spread;
  }
}
