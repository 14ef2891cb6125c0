package org.espalier.nas.searchspace.nasbench101;

import java.util.ArrayList;
import java.util.List;

/**
 * A module of NAS-Bench-101: a directed acyclic graph whose first vertex is the input, whose last
 * is the output, and whose inner vertices have operations.
 *
 * @param vertices the number of vertices, at least 2
 * @param edges the edges as bits: bit {@code from + to·(to − 1)/2} is set if an edge leads from
 *     vertex {@code from} to the later vertex {@code to}
 * @param operations the operations of the inner vertices, in order
 */
record ModuleGraph(int vertices, int edges, List<VertexOperation> operations) {

  /** Copies, and checks that each inner vertex has an operation. */
  ModuleGraph {
    operations = List.copyOf(operations);
    if (operations.size() != vertices - 2) {
      throw new IllegalArgumentException(
          "operations (%d) must be as many as inner vertices (%d)."
              .formatted(operations.size(), vertices - 2));
    }
  }

  /** Returns the number of pairs of vertices that an edge may join. */
  static int pairs(int vertices) {
    return vertices * (vertices - 1) / 2;
  }

  /** Returns the index of the bit of an edge. */
  static int index(int from, int to) {
    return from + pairs(to);
  }

  /** Returns true if an edge leads from a vertex to a later one. */
  static boolean joined(int edges, int from, int to) {
    return ((edges >> index(from, to)) & 1) == 1;
  }

  /** Returns true if an edge leads from a vertex to a later one. */
  boolean joined(int from, int to) {
    return joined(edges, from, to);
  }

  /** Returns the operation of an inner vertex. */
  VertexOperation operation(int vertex) {
    return operations.get(vertex - 1);
  }

  /**
   * Returns the vertices that can be reached from the input over the first vertices, as bits.
   *
   * @param vertices the number of vertices to look at
   */
  static int reached(int edges, int vertices) {
    int reached = 1;
    for (int to = 1; to < vertices; to++) {
      int readers = (edges >> pairs(to)) & ((1 << to) - 1);
      if ((readers & reached) != 0) {
        reached |= 1 << to;
      }
    }
    return reached;
  }

  /**
   * Returns the vertices on a path from the input to the output, as bits; 0 if no path joins the
   * two.
   */
  static int used(int edges, int vertices) {
    int leading = 1 << (vertices - 1);
    for (int to = vertices - 1; to > 0; to--) {
      if (((leading >> to) & 1) == 1) {
        leading |= (edges >> pairs(to)) & ((1 << to) - 1);
      }
    }
    return (leading & 1) == 0 ? 0 : leading & reached(edges, vertices);
  }

  /**
   * Returns the part of a graph that is on paths from the input to the output.
   *
   * @param operations the operations of its inner vertices, in order
   * @throws IllegalArgumentException if no path joins input and output
   */
  static ModuleGraph pruned(int edges, int vertices, List<VertexOperation> operations) {
    int used = used(edges, vertices);
    if (used == 0) {
      throw new IllegalArgumentException("No path joins the input and the output.");
    }
    List<Integer> kept = new ArrayList<>();
    for (int vertex = 0; vertex < vertices; vertex++) {
      if (((used >> vertex) & 1) == 1) {
        kept.add(vertex);
      }
    }
    int left = 0;
    for (int to = 1; to < kept.size(); to++) {
      for (int from = 0; from < to; from++) {
        left |= joined(edges, kept.get(from), kept.get(to)) ? 1 << index(from, to) : 0;
      }
    }
    return new ModuleGraph(kept.size(), left, operations);
  }
}
