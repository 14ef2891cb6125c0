package org.espalier.nas.api.space;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * A cell, the small graph that a network repeats, as people draw it: without the layers that adapt
 * sizes.
 *
 * @param nodes the nodes, each after those that it reads
 * @param edges the links between them; several may join the same nodes
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record CellGraph(List<Node> nodes, List<Edge> edges) {

  /** The part that a node plays in a cell. */
  public enum Role {
    /** An input of the cell. */
    INPUT,
    /** An operation that the search chose. */
    OPERATION,
    /** A hidden state: a sum, concatenation or other combination of what it reads. */
    STATE,
    /** The output of the cell. */
    OUTPUT
  }

  /**
   * A node of a cell.
   *
   * @param name a name that no other node of the cell has
   * @param label the text in the drawing
   * @param role the part that it plays
   */
  public record Node(String name, String label, Role role) {
    /** Checks that nothing is null. */
    public Node {
      Objects.requireNonNull(name);
      Objects.requireNonNull(label);
      Objects.requireNonNull(role);
    }
  }

  /**
   * A link from one node to another.
   *
   * @param from the name of the node that is read
   * @param to the name of the node that reads it
   * @param operation the operation on the way, where cells have operations on edges; else empty
   */
  public record Edge(String from, String to, String operation) {
    /** Checks that nothing is null. */
    public Edge {
      Objects.requireNonNull(from);
      Objects.requireNonNull(to);
      Objects.requireNonNull(operation);
    }
  }

  /** Copies the lists, and checks that names are distinct and that edges lead forward. */
  public CellGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    Set<String> names = new HashSet<>();
    for (Node node : nodes) {
      if (!names.add(node.name())) {
        throw new IllegalArgumentException("The cell has two nodes '%s'.".formatted(node.name()));
      }
    }
    List<String> order = nodes.stream().map(Node::name).toList();
    for (Edge edge : edges) {
      int from = order.indexOf(edge.from());
      int to = order.indexOf(edge.to());
      if (from < 0 || to <= from) {
        throw new IllegalArgumentException(
            "The edge from '%s' to '%s' must lead from a node of the cell to a later one."
                .formatted(edge.from(), edge.to()));
      }
    }
  }
}
