package org.espalier.nas.analysis.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.analysis.drawing.Drawing;
import org.espalier.nas.analysis.drawing.PaletteColor;
import org.espalier.nas.analysis.drawing.Shape;
import org.espalier.nas.analysis.drawing.Shape.Anchor;
import org.espalier.nas.analysis.drawing.TextMetrics;
import org.espalier.nas.analysis.markup.NumberFormat;
import org.espalier.nas.analysis.statistics.LayerFrequencies;
import org.espalier.nas.analysis.statistics.LayerFrequencies.Row;
import org.espalier.nas.analysis.statistics.Ranking;
import org.espalier.nas.api.study.StudyHistory;

/** The heat map of layers by position in the best tenth of the architectures. */
public final class LayersPlot {

  /** Number of layers shown, the most frequent ones. */
  public static final int MOST_ROWS = 30;

  private static final double ROW = 30;
  private static final double TOP = 66;
  private static final double FONT_SIZE = 13;
  private static final double TITLE_SIZE = 17;
  private static final double MOST_LABEL = 280;
  private static final double LEAST_COLUMN = 54;
  private static final double MOST_COLUMN = 150;

  private final LayerFrequencies frequencies;
  private final List<Row> rows;
  private final double left;
  private final double column;

  private LayersPlot(LayerFrequencies frequencies, List<Row> rows) {
    this.frequencies = frequencies;
    this.rows = rows;
    left = 14 + Math.min(MOST_LABEL, widest(rows.stream().map(Row::layer).toList()));
    double widest = 14 + widest(frequencies.positions());
    double filling =
        (TextMetrics.width(title(frequencies), TITLE_SIZE) - left) / frequencies.positions().size();
    column = Math.max(LEAST_COLUMN, Math.min(MOST_COLUMN, Math.max(widest, filling)));
  }

  /** Returns the drawing of a run; empty if no trial has a reward. */
  public static Optional<Drawing> of(StudyHistory history) {
    Ranking ranking = Ranking.of(history);
    if (ranking.results().isEmpty()) {
      return Optional.empty();
    }
    LayerFrequencies frequencies = LayerFrequencies.of(ranking);
    List<Row> rows = frequencies.frequentRows(MOST_ROWS);
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new LayersPlot(frequencies, rows).draw());
  }

  /** Returns the title of the heat map. */
  public static String title(LayerFrequencies frequencies) {
    return frequencies.best() == 1
        ? "Layers of the best architecture"
        : "Share of the "
            + frequencies.best()
            + " best architectures that have a layer at a position";
  }

  private Drawing draw() {
    List<Shape> shapes = new ArrayList<>();
    String title = title(frequencies) + " (%)";
    shapes.add(label(2, TITLE_SIZE, title, Anchor.START, PaletteColor.TEXT, TITLE_SIZE));
    for (int i = 0; i < frequencies.positions().size(); i++) {
      double center = left + column * (i + 0.5);
      String name = TextMetrics.fitted(frequencies.positions().get(i), column - 6, FONT_SIZE);
      shapes.add(label(center, TOP - 10, name, Anchor.MIDDLE, PaletteColor.MUTED, FONT_SIZE));
    }
    for (int i = 0; i < rows.size(); i++) {
      draw(rows.get(i), TOP + ROW * i, shapes);
    }
    double cells = left + column * frequencies.positions().size();
    double width = Math.max(cells, 4 + TextMetrics.width(title, TITLE_SIZE));
    return new Drawing(
        title, (int) Math.ceil(width), (int) Math.ceil(TOP + ROW * rows.size()), Map.of(), shapes);
  }

  private void draw(Row row, double y, List<Shape> shapes) {
    double baseline = y + ROW / 2 + 4.5;
    String layer = TextMetrics.fitted(row.layer(), left - 14, FONT_SIZE);
    shapes.add(label(left - 10, baseline, layer, Anchor.END, PaletteColor.TEXT, FONT_SIZE));
    for (int i = 0; i < row.inBest().size(); i++) {
      double share = row.inBest().get(i);
      double x = left + column * i;
      shapes.add(cell(x, y, PaletteColor.GRID, 1));
      shapes.add(cell(x, y, PaletteColor.SKY, share));
      String text = NumberFormat.fixed(100 * share, 0);
      shapes.add(
          label(x + column / 2, baseline, text, Anchor.MIDDLE, PaletteColor.TEXT, FONT_SIZE));
    }
  }

  private Shape cell(double x, double y, PaletteColor color, double opacity) {
    return Shape.Polygon.box(x + 1, y + 1, column - 2, ROW - 2, color, opacity);
  }

  private static Shape label(
      double x, double y, String text, Anchor anchor, PaletteColor color, double size) {
    return new Shape.Label(x, y, text, anchor, color, size);
  }

  private static double widest(List<String> texts) {
    return texts.stream().mapToDouble(text -> TextMetrics.width(text, FONT_SIZE)).max().orElse(0);
  }
}
