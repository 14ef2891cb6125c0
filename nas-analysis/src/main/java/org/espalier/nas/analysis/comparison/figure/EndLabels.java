package org.espalier.nas.analysis.comparison.figure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.espalier.nas.analysis.drawing.PaletteColor;
import org.espalier.nas.analysis.drawing.Shape;
import org.espalier.nas.analysis.drawing.Shape.Anchor;
import org.espalier.nas.analysis.drawing.Shape.Point;
import org.espalier.nas.analysis.drawing.Stroke;
import org.espalier.nas.analysis.drawing.TextMetrics;

/** Names of arms at the right of a chart, with lines to the ends of their curves. */
final class EndLabels {

  private static final double REACH = 38;
  private static final double SLOPE = 18;

  private final FigureLayout layout;
  private final List<End> ends = new ArrayList<>();

  private record End(int arm, String name, double x, double y) {}

  /** Names at the least distance, centered on the mean of their preferred positions. */
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

  EndLabels(FigureLayout layout) {
    this.layout = layout;
  }

  /** Returns the width of the names in pixels. */
  static double room(Iterable<String> names, FigureLayout layout) {
    double widest = 0;
    for (String name : names) {
      widest = Math.max(widest, TextMetrics.width(name, layout.fontSize()));
    }
    return Math.min(layout.nameRoom(), widest) + REACH + 8;
  }

  void add(int arm, String name, double x, double y) {
    ends.add(new End(arm, name, x, y));
  }

  /**
   * Draws the names to the right of {@code right}, between {@code top} and {@code bottom}, without
   * overlap.
   */
  List<Shape> draw(double right, double top, double bottom) {
    List<End> sorted = ends.stream().sorted(Comparator.comparingDouble(End::y)).toList();
    double apart = Math.min(layout.fontSize() + 3, (bottom - top) / Math.max(1, sorted.size() - 1));
    List<Double> places = spread(sorted.stream().map(End::y).toList(), apart, top, bottom);
    List<Shape> shapes = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      End end = sorted.get(i);
      double y = places.get(i);
      Point from = new Point(end.x(), Math.max(top, Math.min(bottom, end.y())));
      Shape line =
          new Shape.Polyline(
              List.of(from, new Point(right + SLOPE, y), new Point(right + REACH - 4, y)),
              Stroke.ofSeries(end.arm(), layout == FigureLayout.WIDE ? 2 : 1.6));
      String shown = TextMetrics.fitted(end.name(), layout.nameRoom(), layout.fontSize());
      Shape name =
          new Shape.Label(
              right + REACH,
              y + layout.fontSize() / 3,
              shown,
              Anchor.START,
              PaletteColor.TEXT,
              layout.fontSize());
      shapes.add(
          new Shape.Group(
              Map.of("data-arm", Integer.toString(end.arm()), "data-role", "name"),
              List.of(line, name)));
    }
    return shapes;
  }

  /** Spreads ascending positions to the least distance. */
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
