package org.espalier.nas.analysis.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.espalier.nas.analysis.drawing.Drawing;
import org.espalier.nas.analysis.drawing.PaletteColor;
import org.espalier.nas.analysis.drawing.Shape;
import org.espalier.nas.analysis.drawing.Shape.Anchor;
import org.espalier.nas.analysis.drawing.TextMetrics;
import org.espalier.nas.analysis.markup.Capitalization;
import org.espalier.nas.api.space.CellGraph;

/**
 * The drawing of the cells of a network, each with its name. Equal cells give equal drawings.
 *
 * <p>Operations are drawn in the box of the state that they lead to. Links lead down, or to the
 * right where that is narrower than the room and leading down is not. Cells stand side by side if
 * there is room, else one below the other.
 */
public final class CellSheet {
  /** Width to fit in on a desktop, in pixels. */
  public static final double WIDE = 920;

  /** Width to fit in on a phone, in pixels. */
  public static final double PHONE = 352;

  private static final double TITLE_SIZE = 14;
  private static final double TITLE = 30;
  private static final double SPACE = 44;
  private static final double MARGIN = 2;

  private CellSheet() {}

  private record Titled(String title, CellLayout layout) {
    double width() {
      return Math.max(TextMetrics.width(title, TITLE_SIZE), layout.places().width());
    }

    double height() {
      return TITLE + layout.places().height();
    }
  }

  /**
   * Draws cells.
   *
   * @param cells the cells by name, in the order in which they are shown, at least one
   * @param room the width to fit in, in pixels; the drawing is wider if the cells are
   */
  public static Drawing of(Map<String, CellGraph> cells, double room) {
    List<Titled> down = titled(cells, false);
    if (widest(down) <= room) {
      return draw(cells, down, room);
    }
    List<Titled> right = titled(cells, true);
    return draw(cells, widest(right) < widest(down) ? right : down, room);
  }

  private static List<Titled> titled(Map<String, CellGraph> cells, boolean right) {
    return cells.entrySet().stream()
        .map(
            cell ->
                new Titled(title(cell.getKey()), CellLayout.of(CellBox.of(cell.getValue()), right)))
        .toList();
  }

  private static double widest(List<Titled> cells) {
    return cells.stream().mapToDouble(Titled::width).max().orElse(0);
  }

  private static Drawing draw(Map<String, CellGraph> cells, List<Titled> titled, double room) {
    double row = titled.stream().mapToDouble(cell -> cell.width() + SPACE).sum() - SPACE;
    boolean beside = row <= room;
    List<Shape> shapes = new ArrayList<>();
    double x = MARGIN;
    double y = 0;
    double height = 0;
    for (Titled cell : titled) {
      shapes.add(
          new Shape.Label(
              x, y + TITLE / 2, cell.title(), Anchor.START, PaletteColor.TEXT, TITLE_SIZE));
      shapes.addAll(CellShapes.of(cell.layout(), x, y + TITLE));
      height = Math.max(height, y + cell.height());
      x += beside ? cell.width() + SPACE : 0;
      y = beside ? y : height + SPACE / 2;
    }
    return new Drawing(
        description(cells),
        (int) Math.ceil((beside ? row : widest(titled)) + 2 * MARGIN),
        (int) Math.ceil(height + MARGIN),
        Map.of(),
        shapes);
  }

  private static String title(String name) {
    boolean complete = name.toLowerCase(Locale.ROOT).contains("cell");
    return Capitalization.of(complete ? name : name + " cell");
  }

  private static String description(Map<String, CellGraph> cells) {
    return cells.entrySet().stream()
        .map(cell -> title(cell.getKey()) + ": " + CellText.of(cell.getValue()) + ".")
        .collect(Collectors.joining(" "));
  }
}
