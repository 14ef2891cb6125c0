package org.espalier.nas.analysis.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.espalier.nas.analysis.drawing.Drawing;
import org.espalier.nas.analysis.drawing.PaletteColor;
import org.espalier.nas.analysis.drawing.Shape;
import org.espalier.nas.analysis.drawing.Shape.Anchor;
import org.espalier.nas.analysis.drawing.TextMetrics;
import org.espalier.nas.analysis.importance.RunImportance;
import org.espalier.nas.analysis.markup.NumberFormat;
import org.espalier.nas.analysis.metric.DisplayMetric;

/** Bars of the importance of decisions, one bar a decision and target. */
public final class ImportanceFigure {
  /** Largest number of decisions shown. */
  public static final int MOST_ROWS = 20;

  private static final int NARROW = 600;
  private static final double FONT = 13;
  private static final double BAR = 14;
  private static final double GAP = 10;
  private static final double NAME_LINE = 18;
  private static final double MOST_NAME_SHARE = 0.35;
  private static final double VALUE_ROOM = 58;

  /** Aligns bars with the text around them on phones. */
  private static final double PHONE_INSET = 6;

  private final List<RunImportance> targets;
  private final List<String> decisions;
  private final int width;

  private ImportanceFigure(List<RunImportance> targets, int width) {
    this.targets = targets;
    this.width = width;
    this.decisions =
        targets.get(0).shares().keySet().stream()
            .sorted(Comparator.comparingDouble(this::sum).reversed())
            .limit(MOST_ROWS)
            .toList();
  }

  /**
   * Returns the drawing; the decisions with the largest sums of shares, in descending order.
   *
   * @param targets importances of the same decisions, at least one, each with a result
   * @param width in pixels; in narrow drawings names stand above the bars
   */
  public static Drawing of(List<RunImportance> targets, int width) {
    return new ImportanceFigure(targets, width).draw();
  }

  /** Returns the name of the target of importances, as it is displayed. */
  public static String target(RunImportance importance) {
    return importance.target().equals(RunImportance.REWARD)
        ? RunImportance.REWARD
        : new DisplayMetric(importance.target()).label();
  }

  private double sum(String decision) {
    return targets.stream()
        .mapToDouble(target -> target.shares().getOrDefault(decision, 0.0))
        .sum();
  }

  private Drawing draw() {
    boolean above = width < NARROW;
    double room =
        above
            ? width - 2 * PHONE_INSET
            : Math.min(
                MOST_NAME_SHARE * width,
                decisions.stream()
                    .mapToDouble(name -> TextMetrics.width(name, FONT))
                    .max()
                    .orElse(0));
    double left = above ? PHONE_INSET : room + 12;
    double bars = BAR * targets.size();
    double y = GAP / 2;
    List<Shape> shapes = new ArrayList<>();
    for (String decision : decisions) {
      double baseline = above ? y + FONT : y + bars / 2 + FONT / 3;
      shapes.add(
          new Shape.Label(
              above ? left : left - 12,
              baseline,
              TextMetrics.fitted(decision, room, FONT),
              above ? Anchor.START : Anchor.END,
              PaletteColor.TEXT,
              FONT));
      y += above ? NAME_LINE : 0;
      for (int i = 0; i < targets.size(); i++) {
        shapes.add(bar(decision, i, left, y + i * BAR));
      }
      y += bars + GAP;
    }
    return new Drawing(
        "Importance of " + decisions.size() + " decisions.",
        width,
        (int) Math.ceil(y),
        Map.of("data-figure", "importance"),
        shapes);
  }

  private Shape bar(String decision, int index, double left, double top) {
    RunImportance target = targets.get(index);
    double share = target.shares().getOrDefault(decision, 0.0);
    double most =
        targets.stream()
            .flatMap(each -> each.shares().values().stream())
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(1);
    double length = Math.max(1, share / most * (width - left - VALUE_ROOM));
    return Shape.Group.withTooltip(
        "%s\n%s for %s".formatted(decision, NumberFormat.percent(share, 1), target(target)),
        Shape.Polygon.box(left, top, length, BAR - 2, PaletteColor.ofSeries(index), 0.85),
        new Shape.Label(
            left + length + 6,
            top + BAR / 2 + FONT / 3 - 1,
            NumberFormat.percent(share, 1),
            Anchor.START,
            PaletteColor.MUTED,
            FONT - 1));
  }
}
