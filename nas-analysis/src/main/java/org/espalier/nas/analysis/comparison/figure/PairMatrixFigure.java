package org.espalier.nas.analysis.comparison.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.analysis.comparison.ArmResult;
import org.espalier.nas.analysis.comparison.figure.PairMatrix.Cell;
import org.espalier.nas.analysis.comparison.text.ScoreFormat;
import org.espalier.nas.analysis.drawing.Drawing;
import org.espalier.nas.analysis.drawing.PaletteColor;
import org.espalier.nas.analysis.drawing.Shape;
import org.espalier.nas.analysis.drawing.Shape.Anchor;
import org.espalier.nas.analysis.drawing.Shape.Label;
import org.espalier.nas.analysis.drawing.TextMetrics;
import org.espalier.nas.analysis.markup.NumberFormat;

/** The matrix of all pairs of arms: effect size, adjusted p-value, and the decision as color. */
public final class PairMatrixFigure {

  private static final double CELL = 60;
  private static final double HEIGHT = 40;
  private static final double MOST_NAME = 240;
  private static final double TOP = 58;

  private PairMatrixFigure() {}

  /** Returns the figure for a file; empty if no pair was tested. */
  public static Optional<Drawing> of(ProblemView view) {
    if (view.pairs().isEmpty()) {
      return Optional.empty();
    }
    PairMatrix matrix = new PairMatrix(view);
    List<String> arms = view.arms().stream().map(ArmResult::arm).toList();
    double widest = arms.stream().mapToDouble(n -> TextMetrics.width(n, 13)).max().orElse(0);
    double left = Math.min(MOST_NAME, widest) + 46;
    List<Shape> shapes = new ArrayList<>();
    shapes.add(
        text(
            8,
            20,
            "A\u2081\u2082 of the row against the column, with the adjusted p-value below",
            Anchor.START,
            PaletteColor.MUTED,
            12));
    for (int i = 0; i < arms.size(); i++) {
      String number = Integer.toString(i + 1);
      double y = TOP + HEIGHT * i;
      shapes.add(
          text(left + CELL * (i + 0.5), TOP - 8, number, Anchor.MIDDLE, PaletteColor.MUTED, 13));
      String name = TextMetrics.fitted(arms.get(i), MOST_NAME, 13);
      shapes.add(
          text(
              left - 10,
              y + HEIGHT / 2 + 4,
              number + "  " + name,
              Anchor.END,
              PaletteColor.TEXT,
              13));
      for (int j = 0; j < arms.size(); j++) {
        double x = left + CELL * j;
        matrix.cell(arms.get(i), arms.get(j)).ifPresent(cell -> draw(shapes, cell, x, y));
      }
    }
    int width = (int) Math.ceil(Math.max(left + CELL * arms.size() + 12, 430));
    int height = (int) Math.ceil(TOP + HEIGHT * arms.size() + 12);
    return Optional.of(
        new Drawing(
            "Matrix of all pairs of arms on " + view.problem().name() + ".",
            width,
            height,
            Map.of(),
            shapes));
  }

  private static void draw(List<Shape> shapes, Cell cell, double x, double y) {
    PaletteColor background =
        switch (cell.outcome()) {
          case BETTER -> PaletteColor.BETTER;
          case WORSE -> PaletteColor.WORSE;
          case UNDECIDED -> PaletteColor.GRID;
        };
    shapes.add(Shape.Polygon.box(x + 1, y + 1, CELL - 2, HEIGHT - 2, background, 1));
    String size = NumberFormat.fixed(cell.a12(), 2);
    shapes.add(text(x + CELL / 2, y + 18, size, Anchor.MIDDLE, PaletteColor.TEXT, 13));
    String p = ScoreFormat.probability(cell.adjusted());
    shapes.add(text(x + CELL / 2, y + 33, p, Anchor.MIDDLE, PaletteColor.TEXT, 10.5));
  }

  private static Label text(
      double x, double y, String text, Anchor anchor, PaletteColor color, double size) {
    return new Label(x, y, text, anchor, color, size);
  }
}
