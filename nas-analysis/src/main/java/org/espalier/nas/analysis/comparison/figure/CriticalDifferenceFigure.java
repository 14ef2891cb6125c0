package org.espalier.nas.analysis.comparison.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.espalier.nas.analysis.comparison.Ranks;
import org.espalier.nas.analysis.comparison.text.Sentences;
import org.espalier.nas.analysis.drawing.Drawing;
import org.espalier.nas.analysis.drawing.PaletteColor;
import org.espalier.nas.analysis.drawing.Shape;
import org.espalier.nas.analysis.drawing.Shape.Anchor;
import org.espalier.nas.analysis.drawing.Shape.Label;
import org.espalier.nas.analysis.drawing.Shape.Point;
import org.espalier.nas.analysis.drawing.Shape.Polyline;
import org.espalier.nas.analysis.drawing.Stroke;
import org.espalier.nas.analysis.drawing.TextMetrics;
import org.espalier.nas.analysis.markup.NumberFormat;

/**
 * The critical-difference diagram (Demšar 2006): mean ranks on a line, with bars that join arms
 * without significant differences. On a phone each arm has a row, with the bars beside the rows.
 */
public final class CriticalDifferenceFigure {

  private static final double ROW = 22;
  private static final double RANK = 48;
  private static final double BAR = 9;
  private static final double AXIS = 58;

  private final Ranks ranks;
  private final FigureLayout layout;
  private final List<String> names;
  private final int first;
  private final int last;
  private final double left;
  private final double right;

  private CriticalDifferenceFigure(Ranks ranks, FigureLayout layout) {
    this.ranks = ranks;
    this.layout = layout;
    names = List.copyOf(ranks.meanRanks().keySet());
    first = (int) Math.floor(best(names));
    last = Math.max(first + 1, (int) Math.ceil(worst(names)));
    double side =
        names.stream().mapToDouble(name -> TextMetrics.width(name, 13)).max().orElse(0) + RANK + 18;
    left = layout == FigureLayout.WIDE ? Math.max(120, Math.min(270, side)) : 14;
    right =
        layout.width() - (layout == FigureLayout.WIDE ? left : 22 + BAR * ranks.groups().size());
  }

  /** Returns the figure. */
  public static Drawing of(Ranks ranks, FigureLayout layout) {
    CriticalDifferenceFigure figure = new CriticalDifferenceFigure(ranks, layout);
    return layout == FigureLayout.WIDE ? figure.classic() : figure.rows();
  }

  private Drawing classic() {
    List<Shape> shapes = new ArrayList<>(axis());
    double bars = AXIS + 14;
    for (int i = 0; i < ranks.groups().size(); i++) {
      List<String> group = ranks.groups().get(i);
      double y = bars + BAR * i;
      shapes.add(
          Polyline.between(
              toX(best(group)) - 4,
              y,
              toX(worst(group)) + 4,
              y,
              Stroke.solid(PaletteColor.TEXT, 4)));
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
    String text = NumberFormat.fixed(rank, 2);
    double room = left - 14 - RANK - 4;
    return List.of(
        new Polyline(
            List.of(new Point(x, AXIS), new Point(x, y), new Point(end, y)),
            Stroke.solid(PaletteColor.MUTED, 1.2)),
        new Label(
            better ? end - RANK : end + RANK,
            y + 4,
            TextMetrics.fitted(name, room, 13),
            better ? Anchor.END : Anchor.START,
            PaletteColor.TEXT,
            13),
        new Label(
            better ? end - 5 : end + 5,
            y + 4,
            text,
            better ? Anchor.END : Anchor.START,
            PaletteColor.MUTED,
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
      String text = NumberFormat.fixed(rank, 2);
      shapes.add(Polyline.between(left, y + 28, right, y + 28, Stroke.solid(PaletteColor.GRID, 1)));
      shapes.add(
          new Label(
              left,
              y + 15,
              TextMetrics.fitted(name, right - left - 50, 12),
              Anchor.START,
              PaletteColor.TEXT,
              12));
      shapes.add(new Label(right, y + 15, text, Anchor.END, PaletteColor.MUTED, 12));
      shapes.add(new Shape.Circle(toX(rank), y + 28, 4.5, PaletteColor.TEXT, 1));
    }
    for (int i = 0; i < ranks.groups().size(); i++) {
      List<String> group = ranks.groups().get(i);
      double x = right + 14 + BAR * i;
      double from = top + row * group.stream().mapToInt(names::indexOf).min().orElse(0) + 8;
      double to = top + row * group.stream().mapToInt(names::indexOf).max().orElse(0) + 32;
      shapes.add(Polyline.between(x, from, x, to, Stroke.solid(PaletteColor.TEXT, 4)));
    }
    return drawing(shapes, (int) Math.ceil(top + row * names.size() + 8));
  }

  private List<Shape> axis() {
    List<Shape> shapes = new ArrayList<>();
    Stroke stroke = Stroke.solid(PaletteColor.TEXT, 1.2);
    double length = toX(first + ranks.criticalDifference()) - toX(first);
    String text = "critical difference " + NumberFormat.fixed(ranks.criticalDifference(), 2);
    double shown = Math.min(length, right - left);
    shapes.add(Polyline.between(left, 14, left + shown, 14, Stroke.solid(PaletteColor.TEXT, 2)));
    shapes.add(Polyline.between(left, 10, left, 18, stroke));
    if (length <= right - left) {
      shapes.add(Polyline.between(left + length, 10, left + length, 18, stroke));
    }
    boolean beside = left + shown + 8 + TextMetrics.width(text, 12) < layout.width();
    shapes.add(
        new Label(
            beside ? left + shown + 8 : left,
            beside ? 18 : 30,
            text,
            Anchor.START,
            PaletteColor.MUTED,
            12));
    shapes.add(Polyline.between(left, AXIS, right, AXIS, stroke));
    int every = layout == FigureLayout.PHONE && last - first > 7 ? 2 : 1;
    for (int rank = first; rank <= last; rank += every) {
      double x = toX(rank);
      shapes.add(Polyline.between(x, AXIS - 5, x, AXIS, stroke));
      shapes.add(
          new Label(x, AXIS - 9, Integer.toString(rank), Anchor.MIDDLE, PaletteColor.MUTED, 12));
    }
    return shapes;
  }

  private Drawing drawing(List<Shape> shapes, int height) {
    return new Drawing(
        "Mean ranks of the arms over "
            + Sentences.blocks(ranks)
            + ", with bars that join arms without significant differences.",
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
