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
   * Writes the drawing for wide screens and, if it differs, for phones. It shrinks to the page as
   * far as its text can be read; below that, its box scrolls.
   *
   * @param cells the cells by name, in the order in which they are shown, at least one
   */
  public static void write(Map<String, CellGraph> cells, Markup markup) {
    Drawing wide = CellSheet.of(cells, CellSheet.WIDE);
    Drawing phone = CellSheet.of(cells, CellSheet.PHONE);
    if (wide.equals(phone)) {
      write(wide, "graph", markup);
    } else {
      write(wide, "graph for-wide", markup);
      write(phone, "graph for-phone", markup);
    }
  }

  private static void write(Drawing drawing, String styles, Markup markup) {
    String style =
        "width:"
            + drawing.width()
            + "px;max-width:100%;min-width:"
            + (int) Math.ceil(LEAST_SCALE * drawing.width())
            + "px";
    markup.open("div", "class", styles, "tabindex", "0");
    markup.open("div", "class", "drawing", "style", style);
    SvgWriter.writeInPage(markup, drawing);
    markup.close().close();
  }
}
