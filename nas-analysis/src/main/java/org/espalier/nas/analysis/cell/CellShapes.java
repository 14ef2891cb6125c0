package org.espalier.nas.analysis.cell;

import static org.espalier.nas.analysis.cell.CellLayout.BAND;
import static org.espalier.nas.analysis.cell.CellLayout.LABEL_SIZE;
import static org.espalier.nas.analysis.cell.CellLayout.SLOT_HEIGHT;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.analysis.cell.CellBox.Inlet;
import org.espalier.nas.analysis.drawing.PaletteColor;
import org.espalier.nas.analysis.drawing.Shape;
import org.espalier.nas.analysis.drawing.Shape.Anchor;
import org.espalier.nas.analysis.drawing.Shape.Marker;
import org.espalier.nas.analysis.drawing.Shape.Point;
import org.espalier.nas.analysis.drawing.Stroke;
import org.espalier.nas.analysis.layout.PlacedBox;
import org.espalier.nas.api.space.CellGraph.Role;

/** The shapes of a cell at a place of a drawing. */
final class CellShapes {
  private static final double ARROW = 7;
  private static final double LINE = 1.5;
  private static final double BASELINE = 4.5;
  private static final List<Integer> DASHES = List.of(3, 4);
  private static final List<PaletteColor> INPUTS =
      List.of(PaletteColor.VERMILION, PaletteColor.PURPLE);

  private final CellLayout layout;
  private final double left;
  private final double top;
  private final List<Shape> links = new ArrayList<>();
  private final List<Shape> boxes = new ArrayList<>();

  private CellShapes(CellLayout layout, double left, double top) {
    this.layout = layout;
    this.left = left;
    this.top = top;
  }

  /** Returns the shapes, the upper left corner of the cell at the given place. */
  static List<Shape> of(CellLayout layout, double left, double top) {
    CellShapes drawing = new CellShapes(layout, left, top);
    for (int box = 0; box < layout.boxes().size(); box++) {
      drawing.drawLinks(box);
      drawing.drawBox(box);
    }
    List<Shape> shapes = new ArrayList<>(drawing.links);
    shapes.addAll(drawing.boxes);
    return shapes;
  }

  private void drawLinks(int box) {
    List<Inlet> inlets = layout.boxes().get(box).inlets();
    for (int i = 0; i < inlets.size(); i++) {
      List<Point> route =
          layout.routes(box).get(i).stream()
              .map(point -> new Point(left + point.x(), top + point.y()))
              .toList();
      PaletteColor color = color(inlets.get(i).from());
      boolean cut = OperationFamily.of(inlets.get(i).operation()) == OperationFamily.NONE;
      Stroke stroke = cut ? new Stroke(PaletteColor.MUTED, 1, DASHES) : Stroke.solid(color, LINE);
      links.add(new Shape.Curve(route, layout.right(), stroke));
      if (!cut) {
        links.add(arrow(route.get(route.size() - 1), color));
      }
    }
  }

  /** Returns the color of links: one for each of the first inputs, another for all other nodes. */
  private PaletteColor color(String from) {
    List<String> inputs =
        layout.boxes().stream()
            .map(CellBox::node)
            .filter(node -> node.role() == Role.INPUT)
            .map(node -> node.name())
            .toList();
    int input = inputs.indexOf(from);
    return inputs.size() > 1 && input >= 0 && input < INPUTS.size()
        ? INPUTS.get(input)
        : PaletteColor.MUTED;
  }

  private Shape arrow(Point end, PaletteColor color) {
    Point center =
        layout.right()
            ? new Point(end.x() - ARROW / 2, end.y())
            : new Point(end.x(), end.y() - ARROW / 2);
    Marker marker = layout.right() ? Marker.TRIANGLE_RIGHT : Marker.TRIANGLE_DOWN;
    return new Shape.Markers(List.of(center), marker, ARROW, color, 1);
  }

  private void drawBox(int number) {
    CellBox box = layout.boxes().get(number);
    PlacedBox placed = layout.places().boxes().get(number);
    PlacedBox at =
        new PlacedBox(left + placed.x(), top + placed.y(), placed.width(), placed.height());
    List<Shape> shapes = new ArrayList<>();
    shapes.add(Shape.Polygon.box(at.x(), at.y(), at.width(), at.height(), PaletteColor.SURFACE, 1));
    if (box.hasSlots()) {
      drawSlots(number, at, shapes);
      PlacedBox band =
          layout.right()
              ? new PlacedBox(
                  at.x() + layout.slot(), at.y(), at.width() - layout.slot(), at.height())
              : new PlacedBox(at.x(), at.y() + SLOT_HEIGHT, at.width(), BAND);
      fill(box.node().label(), band, color(box), 0.34, shapes);
    } else {
      fill(box.node().label(), at, color(box), 0.34, shapes);
    }
    boxes.add(
        Shape.Group.withTooltip(CellText.of(box, layout.boxes()), shapes.toArray(Shape[]::new)));
  }

  private static PaletteColor color(CellBox box) {
    return switch (box.node().role()) {
      case OPERATION -> OperationFamily.of(box.node().label()).color();
      case STATE, OUTPUT -> PaletteColor.ORANGE;
      case INPUT -> PaletteColor.MUTED;
    };
  }

  private void drawSlots(int number, PlacedBox at, List<Shape> shapes) {
    List<Integer> order = layout.entryOrder(number);
    List<Inlet> inlets = layout.boxes().get(number).inlets();
    double spare = at.width() - order.size() * layout.slot();
    for (int i = 0; i < order.size(); i++) {
      String operation = inlets.get(order.get(i)).operation();
      PlacedBox slot =
          layout.right()
              ? new PlacedBox(at.x(), at.y() + i * SLOT_HEIGHT, layout.slot(), SLOT_HEIGHT)
              : new PlacedBox(
                  at.x() + spare / 2 + i * layout.slot(), at.y(), layout.slot(), SLOT_HEIGHT);
      PlacedBox inner =
          new PlacedBox(slot.x() + 0.75, slot.y() + 0.75, slot.width() - 1.5, slot.height() - 1.5);
      fill(operation, inner, OperationFamily.of(operation).color(), 0.2, shapes);
    }
  }

  private static void fill(
      String text, PlacedBox box, PaletteColor color, double opacity, List<Shape> shapes) {
    shapes.add(Shape.Polygon.box(box.x(), box.y(), box.width(), box.height(), color, opacity));
    shapes.add(
        new Shape.Label(
            box.center(),
            box.y() + box.height() / 2 + BASELINE,
            CellLayout.fitted(text),
            Anchor.MIDDLE,
            color == PaletteColor.GRID ? PaletteColor.MUTED : PaletteColor.TEXT,
            LABEL_SIZE));
  }
}
