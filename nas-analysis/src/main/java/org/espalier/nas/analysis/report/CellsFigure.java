package org.espalier.nas.analysis.report;

import java.util.Map;
import org.espalier.nas.analysis.cell.CellFigure;
import org.espalier.nas.analysis.markup.Markup;
import org.espalier.nas.api.space.CellGraph;

/** The figure of the cells of a trial. */
final class CellsFigure {
  private static final String CAPTION =
      "Each state is drawn with the operations that lead to it; a line shows what an operation"
          + " reads. Layers that only adapt sizes are left out.";

  private CellsFigure() {}

  /** Writes the drawing with its title and a caption. */
  static void write(String title, Map<String, CellGraph> cells, Markup markup) {
    markup.open("figure", "class", "full").leaf("h3", title);
    CellFigure.write(cells, markup);
    markup.leaf("figcaption", CAPTION).close();
  }
}
