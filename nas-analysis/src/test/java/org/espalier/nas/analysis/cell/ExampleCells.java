package org.espalier.nas.analysis.cell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.space.CellGraph;
import org.espalier.nas.api.space.CellGraph.Edge;
import org.espalier.nas.api.space.CellGraph.Node;
import org.espalier.nas.api.space.CellGraph.Role;

/** Cells to draw. */
public final class ExampleCells {

  private ExampleCells() {}

  /** The cells of NASNet-A (Zoph et al. 2018, figure 4). */
  public static Map<String, CellGraph> nasnet() {
    Map<String, CellGraph> cells = new LinkedHashMap<>();
    cells.put(
        "normal",
        blocks(
            "sep 3x3 1, identity 1",
            "sep 3x3 0, sep 5x5 1",
            "avgpool 3x3 1, identity 0",
            "avgpool 3x3 0, avgpool 3x3 0",
            "sep 5x5 0, sep 3x3 0"));
    cells.put(
        "reduction",
        blocks(
            "sep 7x7 0, sep 5x5 1",
            "maxpool 3x3 1, sep 7x7 0",
            "avgpool 3x3 1, sep 5x5 0",
            "maxpool 3x3 1, sep 3x3 2",
            "avgpool 3x3 2, identity 3"));
    return cells;
  }

  /** A cell of blocks that each add two operations on earlier states. */
  public static CellGraph blocks(String... blocks) {
    List<Node> nodes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    nodes.add(new Node("previous", "h[i-1]", Role.INPUT));
    nodes.add(new Node("current", "h[i]", Role.INPUT));
    List<String> states = new ArrayList<>(List.of("previous", "current"));
    for (int block = 0; block < blocks.length; block++) {
      String state = "block " + (block + 1);
      String[] operations = blocks[block].split(", ");
      for (int i = 0; i < operations.length; i++) {
        int space = operations[i].lastIndexOf(' ');
        String name = state + "." + i;
        nodes.add(new Node(name, operations[i].substring(0, space), Role.OPERATION));
        int read = Integer.parseInt(operations[i].substring(space + 1));
        edges.add(new Edge(states.get(read), name, ""));
        edges.add(new Edge(name, state, ""));
      }
      nodes.add(new Node(state, "add", Role.STATE));
      states.add(state);
    }
    nodes.add(new Node("out", "concat", Role.OUTPUT));
    for (String state : states.subList(2, states.size())) {
      if (edges.stream().noneMatch(edge -> edge.from().equals(state))) {
        edges.add(new Edge(state, "out", ""));
      }
    }
    return new CellGraph(nodes, edges);
  }

  /** A cell of NAS-Bench-201, whose operations are on the edges. */
  public static CellGraph edges() {
    List<Node> nodes =
        List.of(
            new Node("0", "input", Role.INPUT),
            new Node("1", "node 1", Role.STATE),
            new Node("2", "node 2", Role.STATE),
            new Node("3", "output", Role.OUTPUT));
    return new CellGraph(
        nodes,
        List.of(
            new Edge("0", "1", "conv3x3"),
            new Edge("0", "2", "none"),
            new Edge("1", "2", "conv3x3"),
            new Edge("0", "3", "skip"),
            new Edge("1", "3", "conv1x1"),
            new Edge("2", "3", "avgpool3x3")));
  }

  /** A cell of NAS-Bench-101, whose operations read several others. */
  public static CellGraph vertices() {
    List<Node> nodes =
        List.of(
            new Node("0", "input", Role.INPUT),
            new Node("1", "conv3x3", Role.OPERATION),
            new Node("2", "maxpool3x3", Role.OPERATION),
            new Node("3", "conv1x1", Role.OPERATION),
            new Node("4", "output", Role.OUTPUT));
    return new CellGraph(
        nodes,
        List.of(
            new Edge("0", "1", ""),
            new Edge("0", "2", ""),
            new Edge("1", "2", ""),
            new Edge("1", "3", ""),
            new Edge("2", "3", ""),
            new Edge("0", "4", ""),
            new Edge("3", "4", "")));
  }
}
