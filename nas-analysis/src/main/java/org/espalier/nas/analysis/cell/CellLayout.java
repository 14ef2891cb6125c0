package org.espalier.nas.analysis.cell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.espalier.nas.analysis.cell.CellBox.Inlet;
import org.espalier.nas.analysis.drawing.Shape.Point;
import org.espalier.nas.analysis.drawing.TextMetrics;
import org.espalier.nas.analysis.layout.LayeredLayout;
import org.espalier.nas.analysis.layout.Link;
import org.espalier.nas.analysis.layout.PlacedBox;

/**
 * The places of the boxes of a cell.
 *
 * @param boxes the boxes
 * @param right true if links lead to the right, false if they lead down
 * @param slot width of the slot of an operation, in pixels
 * @param places places and routes
 */
record CellLayout(List<CellBox> boxes, boolean right, double slot, LayeredLayout places) {
  static final double LABEL_SIZE = 13;
  static final double SLOT_HEIGHT = 25;
  static final double BAND = 20;
  private static final double LEAST_SLOT = 52;
  private static final double PADDING = 8;
  private static final double MOST_LABEL = 220;
  private static final double HEIGHT = 28;
  private static final double ENTRY = 13;

  CellLayout {
    boxes = List.copyOf(boxes);
  }

  /** Places boxes. */
  static CellLayout of(List<CellBox> boxes, boolean right) {
    double slot =
        boxes.stream()
            .flatMap(box -> box.inlets().stream())
            .mapToDouble(inlet -> textWidth(inlet.operation()) + 2 * PADDING)
            .max()
            .orElse(0);
    double wide = Math.ceil(Math.max(LEAST_SLOT, slot));
    List<PlacedBox> sizes = boxes.stream().map(box -> size(box, right, wide)).toList();
    LayeredLayout places =
        right
            ? LayeredLayout.toTheRight(sizes, links(boxes), SLOT_HEIGHT)
            : LayeredLayout.of(sizes, links(boxes), wide);
    return new CellLayout(boxes, right, wide, places);
  }

  static String fitted(String text) {
    return TextMetrics.fitted(text, MOST_LABEL, LABEL_SIZE);
  }

  private static double textWidth(String text) {
    return TextMetrics.width(fitted(text), LABEL_SIZE);
  }

  private static PlacedBox size(CellBox box, boolean right, double slot) {
    int count = box.inlets().size();
    double label = Math.ceil(textWidth(box.node().label()) + 2 * PADDING);
    if (box.hasSlots()) {
      return right
          ? new PlacedBox(0, 0, slot + label, count * SLOT_HEIGHT)
          : new PlacedBox(0, 0, Math.max(label, count * slot), SLOT_HEIGHT + BAND);
    }
    double entries = 2 * PADDING + Math.max(0, count - 1) * ENTRY;
    return right
        ? new PlacedBox(0, 0, Math.max(label, LEAST_SLOT), Math.max(HEIGHT, entries))
        : new PlacedBox(0, 0, Math.max(Math.max(label, LEAST_SLOT), entries), HEIGHT);
  }

  private static List<Link> links(List<CellBox> boxes) {
    List<String> names = boxes.stream().map(box -> box.node().name()).toList();
    List<Link> links = new ArrayList<>();
    for (int to = 0; to < boxes.size(); to++) {
      for (Inlet inlet : boxes.get(to).inlets()) {
        links.add(new Link(names.indexOf(inlet.from()), to));
      }
    }
    return links;
  }

  /** Returns the routes of the links that enter a box, in the order of its inlets. */
  List<List<Point>> routes(int box) {
    int before = boxes.subList(0, box).stream().mapToInt(other -> other.inlets().size()).sum();
    return places.routes().subList(before, before + boxes.get(box).inlets().size());
  }

  /** Returns the numbers of the inlets of a box in the order in which they enter it. */
  List<Integer> entryOrder(int box) {
    List<List<Point>> routes = routes(box);
    return IntStream.range(0, routes.size())
        .boxed()
        .sorted(Comparator.comparingDouble(inlet -> across(routes.get(inlet))))
        .toList();
  }

  private double across(List<Point> route) {
    Point end = route.get(route.size() - 1);
    return right ? end.y() : end.x();
  }
}
