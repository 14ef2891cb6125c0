package org.espalier.nas.searchspace.nasbench101;

import java.util.ArrayList;
import java.util.List;

/**
 * The search for the first of all isomorphic modules in the order in which the benchmark enumerates
 * them: by edges as a number, then by operations from the first inner vertex to the last. It is the
 * one that the benchmark has trained.
 */
final class Isomorphism {
  private static final int OPERATION_BITS = 2;

  private final int vertices;
  private final int edges;
  private final int[] operations;
  private final int[] order;
  private long smallest = Long.MAX_VALUE;

  /** Searches among the orders of the inner vertices in which edges lead forward. */
  private Isomorphism(ModuleGraph module) {
    vertices = module.vertices();
    edges = module.edges();
    operations = module.operations().stream().mapToInt(VertexOperation::ordinal).toArray();
    order = new int[vertices];
    place(1, 1, 0, 0);
  }

  /** Returns the first of all modules that are isomorphic to a pruned one. */
  static ModuleGraph first(ModuleGraph module) {
    long smallest = new Isomorphism(module).smallest;
    int inner = module.vertices() - 2;
    List<VertexOperation> operations = new ArrayList<>();
    for (int i = inner - 1; i >= 0; i--) {
      operations.add(
          VertexOperation.all()
              .get((int) (smallest >> (OPERATION_BITS * i)) & ((1 << OPERATION_BITS) - 1)));
    }
    return new ModuleGraph(
        module.vertices(), (int) (smallest >> (OPERATION_BITS * inner)), operations);
  }

  /**
   * Places an inner vertex, or compares once all are placed.
   *
   * @param position the place to fill
   * @param placed the vertices placed, as bits
   * @param newEdges the edges between places
   * @param labels the operations of the places, the first in the highest bits
   */
  private void place(int position, int placed, int newEdges, int labels) {
    if (position == vertices - 1) {
      long key =
          ((long) (newEdges | column(vertices - 1, position)) << (OPERATION_BITS * (vertices - 2)))
              | labels;
      smallest = Math.min(smallest, key);
      return;
    }
    for (int vertex = 1; vertex < vertices - 1; vertex++) {
      int read = (edges >> ModuleGraph.pairs(vertex)) & ((1 << vertex) - 1);
      if (((placed >> vertex) & 1) == 0 && (read & ~placed) == 0) {
        order[position] = vertex;
        place(
            position + 1,
            placed | (1 << vertex),
            newEdges | column(vertex, position),
            (labels << OPERATION_BITS) | operations[vertex - 1]);
      }
    }
  }

  /** Returns the edges that enter a vertex, between places. */
  private int column(int vertex, int position) {
    int column = 0;
    for (int from = 0; from < position; from++) {
      if (order[from] < vertex && ModuleGraph.joined(edges, order[from], vertex)) {
        column |= 1 << ModuleGraph.index(from, position);
      }
    }
    return column;
  }
}
