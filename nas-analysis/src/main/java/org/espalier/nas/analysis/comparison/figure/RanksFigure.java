package org.espalier.nas.analysis.comparison.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.espalier.nas.analysis.comparison.Ranks;
import org.espalier.nas.analysis.drawing.Drawing;
import org.espalier.nas.analysis.drawing.Ink;
import org.espalier.nas.analysis.drawing.Lettering;
import org.espalier.nas.analysis.drawing.Pen;
import org.espalier.nas.analysis.drawing.Shape;
import org.espalier.nas.analysis.drawing.Shape.Anchor;
import org.espalier.nas.analysis.drawing.Shape.Label;
import org.espalier.nas.analysis.drawing.Shape.Point;
import org.espalier.nas.analysis.drawing.Shape.Polyline;
import org.espalier.nas.analysis.markup.Figures;

/**
 * The critical-difference diagram (Demšar 2006): mean ranks on a line, with bars over those that
 * cannot be told apart. On a phone each arm has a row, and the bars stand beside the rows.
 */
public final class RanksFigure {

  private static final double ROW = 22;
  private static final double RANK = 48;
  private static final double BAR = 9;
  private static final double AXIS = 58;

  private final Ranks ranks;
  private final Layout layout;
  private final List<String> names;
  private final int first;
  private final int last;
  private final double left;
  private final double right;

  private RanksFigure(Ranks ranks, Layout layout) {
    this.ranks = ranks;
    this.layout = layout;
    names = List.copyOf(ranks.meanRanks().keySet());
    first = (int) Math.floor(best(names));
    last = Math.max(first + 1, (int) Math.ceil(worst(names)));
    double side =
        names.stream().mapToDouble(name -> Lettering.width(name, 13)).max().orElse(0) + RANK + 18;
    left = layout == Layout.WIDE ? Math.max(120, Math.min(270, side)) : 14;
    right = layout.width() - (layout == Layout.WIDE ? left : 22 + BAR * ranks.groups().size());
  }

  /** Draws it. */
  public static Drawing of(Ranks ranks, Layout layout) {
    RanksFigure figure = new RanksFigure(ranks, layout);
    return layout == Layout.WIDE ? figure.classic() : figure.rows();
  }

  private Drawing classic() {
    List<Shape> shapes = new ArrayList<>(axis());
    double bars = AXIS + 14;
    for (int i = 0; i < ranks.groups().size(); i++) {
      List<String> group = ranks.groups().get(i);
      double y = bars + BAR * i;
      shapes.add(
          Polyline.between(
              toX(best(group)) - 4, y, toX(worst(group)) + 4, y, Pen.solid(Ink.TEXT, 4)));
    }
    double top = bars + BAR * ranks.groups().size() + 16;
    int half = (names.size() + 1) / 2;
    for (int i = 0; i < names.size(); i++) {
      boolean better = i < half;
      double y = top + ROW * (better ? i : names.size() - 1 - i);
      shapes.addAll(name(names.get(i), y, better));
    }
    return drawing(shapes, (int) Math.ceil(top + ROW * half));
  }

  private List<Shape> name(String name, double y, boolean better) {
    double rank = ranks.meanRanks().getOrDefault(name, 0.0);
    double x = toX(rank);
    double end = better ? left - 14 : right + 14;
    String text = Figures.fixed(rank, 2);
    double room = left - 14 - RANK - 4;
    return List.of(
        new Polyline(
            List.of(new Point(x, AXIS), new Point(x, y), new Point(end, y)),
            Pen.solid(Ink.MUTED, 1.2)),
        new Label(
            better ? end - RANK : end + RANK,
            y + 4,
            Lettering.fitted(name, room, 13),
            better ? Anchor.END : Anchor.START,
            Ink.TEXT,
            13),
        new Label(
            better ? end - 5 : end + 5,
            y + 4,
            text,
            better ? Anchor.END : Anchor.START,
            Ink.MUTED,
            12));
  }

  private Drawing rows() {
    List<Shape> shapes = new ArrayList<>(axis());
    double row = 36;
    double top = AXIS + 8;
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      double rank = ranks.meanRanks().getOrDefault(name, 0.0);
      double y = top + row * i;
      String text = Figures.fixed(rank, 2);
      shapes.add(Polyline.between(left, y + 28, right, y + 28, Pen.solid(Ink.GRID, 1)));
      shapes.add(
          new Label(
              left,
              y + 15,
              Lettering.fitted(name, right - left - 50, 12),
              Anchor.START,
              Ink.TEXT,
              12));
      shapes.add(new Label(right, y + 15, text, Anchor.END, Ink.MUTED, 12));
      shapes.add(new Shape.Dot(toX(rank), y + 28, 4.5, Ink.TEXT, 1));
    }
    for (int i = 0; i < ranks.groups().size(); i++) {
      List<String> group = ranks.groups().get(i);
      double x = right + 14 + BAR * i;
      double from = top + row * group.stream().mapToInt(names::indexOf).min().orElse(0) + 8;
      double to = top + row * group.stream().mapToInt(names::indexOf).max().orElse(0) + 32;
      shapes.add(Polyline.between(x, from, x, to, Pen.solid(Ink.TEXT, 4)));
    }
    return drawing(shapes, (int) Math.ceil(top + row * names.size() + 8));
  }

  private List<Shape> axis() {
    List<Shape> shapes = new ArrayList<>();
    Pen pen = Pen.solid(Ink.TEXT, 1.2);
    double length = toX(first + ranks.criticalDifference()) - toX(first);
    String text = "critical difference " + Figures.fixed(ranks.criticalDifference(), 2);
    double shown = Math.min(length, right - left);
    shapes.add(Polyline.between(left, 14, left + shown, 14, Pen.solid(Ink.TEXT, 2)));
    shapes.add(Polyline.between(left, 10, left, 18, pen));
    if (length <= right - left) {
      shapes.add(Polyline.between(left + length, 10, left + length, 18, pen));
    }
    boolean beside = left + shown + 8 + Lettering.width(text, 12) < layout.width();
    shapes.add(
        new Label(
            beside ? left + shown + 8 : left, beside ? 18 : 30, text, Anchor.START, Ink.MUTED, 12));
    shapes.add(Polyline.between(left, AXIS, right, AXIS, pen));
    int every = layout == Layout.PHONE && last - first > 7 ? 2 : 1;
    for (int rank = first; rank <= last; rank += every) {
      double x = toX(rank);
      shapes.add(Polyline.between(x, AXIS - 5, x, AXIS, pen));
      shapes.add(new Label(x, AXIS - 9, Integer.toString(rank), Anchor.MIDDLE, Ink.MUTED, 12));
    }
    return shapes;
  }

  private Drawing drawing(List<Shape> shapes, int height) {
    return new Drawing(
        "Mean ranks of the arms over "
            + ranks.blocks()
            + ", with bars over those that cannot be told apart.",
        layout.width(),
        height,
        Map.of("data-figure", "ranks"),
        shapes);
  }

  private double best(List<String> group) {
    return group.stream().mapToDouble(this::rank).min().orElse(1);
  }

  private double worst(List<String> group) {
    return group.stream().mapToDouble(this::rank).max().orElse(1);
  }

  private double rank(String name) {
    return ranks.meanRanks().getOrDefault(name, 1.0);
  }

  private double toX(double rank) {
    return left + (rank - first) / (last - first) * (right - left);
  }
}
