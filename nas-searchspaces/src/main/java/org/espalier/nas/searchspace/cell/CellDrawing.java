package org.espalier.nas.searchspace.cell;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.space.CellGraph;
import org.espalier.nas.api.space.CellGraph.Edge;
import org.espalier.nas.api.space.CellGraph.Node;
import org.espalier.nas.api.space.CellGraph.Role;
import org.espalier.nas.searchspace.cell.CellBlock.Side;

/** The graph of a cell for reports; blocks on which the output does not depend are left out. */
final class CellDrawing {
  private static final String OUTPUT = "output";

  private final Cell cell;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();

  private CellDrawing(Cell cell) {
    this.cell = cell;
  }

  static CellGraph of(Cell cell) {
    return new CellDrawing(cell).graph();
  }

  private CellGraph graph() {
    for (int state : cell.live()) {
      if (state < Cell.INPUTS) {
        nodes.add(new Node(name(state), name(state) + " input", Role.INPUT));
      } else {
        CellBlock block = cell.block(state);
        String left = side(state, "left", block.left());
        String right = side(state, "right", block.right());
        nodes.add(
            new Node(
                name(state),
                block.concat() ? CellDecisions.CONCAT : CellDecisions.ADD,
                Role.STATE));
        edges.add(new Edge(left, name(state), ""));
        edges.add(new Edge(right, name(state), ""));
      }
    }
    nodes.add(new Node(OUTPUT, CellDecisions.CONCAT, Role.OUTPUT));
    cell.outputs().forEach(state -> edges.add(new Edge(name(state), OUTPUT, "")));
    return new CellGraph(nodes, edges);
  }

  private String side(int state, String side, Side read) {
    String name = name(state) + "." + side;
    nodes.add(new Node(name, cell.operation(read).name(), Role.OPERATION));
    if (cell.reads(read)) {
      edges.add(new Edge(name(read.state()), name, ""));
    }
    return name;
  }

  private static String name(int state) {
    return switch (state) {
      case 0 -> CellDecisions.CURRENT;
      case 1 -> CellDecisions.PREVIOUS;
      default -> "block" + (state - 1);
    };
  }
}
