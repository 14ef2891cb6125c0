package org.espalier.nas.analysis.cell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.espalier.nas.api.space.CellGraph;
import org.espalier.nas.api.space.CellGraph.Edge;
import org.espalier.nas.api.space.CellGraph.Node;
import org.espalier.nas.api.space.CellGraph.Role;

/**
 * A box of the drawing of a cell: a node with the operations on the way to it.
 *
 * @param node the node
 * @param inlets the links that enter it
 */
record CellBox(Node node, List<Inlet> inlets) {

  CellBox {
    inlets = List.copyOf(inlets);
  }

  /**
   * A link that enters a box.
   *
   * @param operation the operation on the way; empty if there is none
   * @param from the name of the node that is read
   */
  record Inlet(String operation, String from) {}

  /**
   * Returns the boxes of a cell, each after those that it reads. An operation that reads one node
   * and is read by one state is drawn in the box of the state, as are operations on edges.
   */
  static List<CellBox> of(CellGraph cell) {
    Map<String, Edge> absorbed = absorbed(cell);
    Map<String, Node> nodes = new HashMap<>();
    cell.nodes().forEach(node -> nodes.put(node.name(), node));
    Map<String, List<Inlet>> inlets = new LinkedHashMap<>();
    for (Node node : cell.nodes()) {
      if (!absorbed.containsKey(node.name())) {
        inlets.put(node.name(), new ArrayList<>());
      }
    }
    for (Edge edge : cell.edges()) {
      List<Inlet> entering = inlets.get(edge.to());
      if (entering != null) {
        Edge before = absorbed.get(edge.from());
        entering.add(
            before == null
                ? new Inlet(edge.operation(), edge.from())
                : new Inlet(node(nodes, edge.from()).label(), before.from()));
      }
    }
    List<CellBox> boxes = new ArrayList<>();
    inlets.forEach((name, entering) -> boxes.add(new CellBox(node(nodes, name), entering)));
    return boxes;
  }

  private static Node node(Map<String, Node> nodes, String name) {
    return Objects.requireNonNull(nodes.get(name), name);
  }

  /** Returns the operations that are drawn in the boxes of states, each with the edge it reads. */
  private static Map<String, Edge> absorbed(CellGraph cell) {
    Map<String, Edge> absorbed = new HashMap<>();
    for (Node node : cell.nodes()) {
      List<Edge> in = cell.edges().stream().filter(edge -> edge.to().equals(node.name())).toList();
      List<Edge> out =
          cell.edges().stream().filter(edge -> edge.from().equals(node.name())).toList();
      boolean plain =
          in.stream().allMatch(edge -> edge.operation().isEmpty())
              && out.stream().allMatch(edge -> edge.operation().isEmpty());
      if (node.role() == Role.OPERATION && in.size() == 1 && out.size() == 1 && plain) {
        cell.nodes().stream()
            .filter(other -> other.name().equals(out.get(0).to()) && other.role() == Role.STATE)
            .findFirst()
            .ifPresent(state -> absorbed.put(node.name(), in.get(0)));
      }
    }
    return absorbed;
  }

  /** Returns true if operations are drawn in the box. */
  boolean hasSlots() {
    return inlets.stream().anyMatch(inlet -> !inlet.operation().isEmpty());
  }
}
