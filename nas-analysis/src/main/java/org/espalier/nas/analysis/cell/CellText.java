package org.espalier.nas.analysis.cell;

import java.util.List;
import java.util.stream.Collectors;
import org.espalier.nas.analysis.cell.CellBox.Inlet;
import org.espalier.nas.api.space.CellGraph;
import org.espalier.nas.api.space.CellGraph.Role;

/** Cells in words, for screen readers and tooltips. */
final class CellText {

  private CellText() {}

  /** Returns all boxes of a cell but its inputs. */
  static String of(CellGraph cell) {
    List<CellBox> boxes = CellBox.of(cell);
    return boxes.stream()
        .filter(box -> box.node().role() != Role.INPUT)
        .map(box -> of(box, boxes))
        .collect(Collectors.joining("; "));
  }

  /**
   * Returns a box and what it reads: {@code add of sep 3x3 (h[i]), identity (h[i-1])}. A box whose
   * label others have too begins with its name: {@code block 1: add of}.
   */
  static String of(CellBox box, List<CellBox> boxes) {
    String label = box.node().label();
    String named = name(box, boxes).equals(label) ? label : box.node().name() + ": " + label;
    return box.inlets().isEmpty()
        ? named
        : named
            + " of "
            + box.inlets().stream()
                .map(inlet -> of(inlet, boxes))
                .collect(Collectors.joining(", "));
  }

  private static String of(Inlet inlet, List<CellBox> boxes) {
    String from =
        boxes.stream()
            .filter(box -> box.node().name().equals(inlet.from()))
            .map(box -> name(box, boxes))
            .findFirst()
            .orElse(inlet.from());
    return inlet.operation().isEmpty() ? from : inlet.operation() + " (" + from + ")";
  }

  /** Returns the label; the name if several boxes have the label. */
  private static String name(CellBox box, List<CellBox> boxes) {
    String label = box.node().label();
    long same = boxes.stream().filter(other -> other.node().label().equals(label)).count();
    return same == 1 ? label : box.node().name();
  }
}
