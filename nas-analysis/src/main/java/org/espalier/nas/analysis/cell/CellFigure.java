package org.espalier.nas.analysis.cell;

import java.util.Map;
import org.espalier.nas.analysis.drawing.Drawing;
import org.espalier.nas.analysis.drawing.SvgWriter;
import org.espalier.nas.analysis.markup.Markup;
import org.espalier.nas.api.space.CellGraph;

/** The cells of a network in a page. */
public final class CellFigure {

  /** Smallest scale at which the text of drawings can be read. */
  private static final double LEAST_SCALE = 0.86;

  private CellFigure() {}

  /**
   * Writes the drawing, once for wide screens and once for phones. It shrinks to the page as far as
   * its text can be read; below that, its box scrolls.
   *
   * @param cells the cells by name, in the order in which they are shown, at least one
   */
  public static void write(Map<String, CellGraph> cells, Markup markup) {
    write(CellSheet.of(cells, CellSheet.WIDE), "for-wide", markup);
    write(CellSheet.of(cells, CellSheet.PHONE), "for-phone", markup);
  }

  private static void write(Drawing drawing, String screens, Markup markup) {
    String style =
        "max-width:"
            + drawing.width()
            + "px;min-width:"
            + (int) Math.ceil(LEAST_SCALE * drawing.width())
            + "px";
    markup.open("div", "class", "graph cells " + screens, "tabindex", "0");
    markup.open("div", "class", "drawing", "style", style);
    SvgWriter.writeInPage(markup, drawing);
    markup.close().close();
  }
}
