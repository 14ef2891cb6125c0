package org.espalier.nas.analysis.comparison.figure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
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

  private static final double REACH = 38;
  private static final double SLOPE = 18;

  private final Layout layout;
  private final List<End> ends = new ArrayList<>();

  private record End(int arm, String name, double x, double y) {}

  /** Names that stand as close as they may, around the middle of where they want to stand. */
  private record Cluster(int size, double middle) {
    double start(double apart) {
      return middle - (size - 1) * apart / 2;
    }

    double end(double apart) {
      return middle + (size - 1) * apart / 2;
    }

    Cluster with(Cluster next, double apart, double top, double bottom) {
      int all = size + next.size;
      double half = (all - 1) * apart / 2;
      double between = (middle * size + next.middle * next.size) / all;
      return new Cluster(all, Math.max(top + half, Math.min(bottom - half, between)));
    }
  }

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
              List.of(from, new Point(right + SLOPE, y), new Point(right + REACH - 4, y)),
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
    Deque<Cluster> clusters = new ArrayDeque<>();
    for (double place : wanted) {
      Cluster cluster = new Cluster(1, Math.max(top, Math.min(bottom, place)));
      while (!clusters.isEmpty() && clusters.getLast().end(apart) + apart > cluster.start(apart)) {
        cluster = clusters.removeLast().with(cluster, apart, top, bottom);
      }
      clusters.addLast(cluster);
    }
    List<Double> spread = new ArrayList<>();
    for (Cluster cluster : clusters) {
      for (int i = 0; i < cluster.size(); i++) {
        spread.add(cluster.start(apart) + i * apart);
      }
    }
    return spread;
  }
}
