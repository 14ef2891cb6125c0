package org.espalier.nas.searchspace.nasbench201;

import java.util.List;

/**
 * An edge of a cell of NAS-Bench-201.
 *
 * @param from the state that it leaves, from 0, the input of the cell
 * @param to the state that it enters, to 3, the output
 */
record Edge(int from, int to) {
  /** The number of states. */
  static final int STATES = 4;

  /** The edges in the order of the decisions. */
  static final List<Edge> ALL =
      List.of(
          new Edge(0, 1),
          new Edge(0, 2),
          new Edge(1, 2),
          new Edge(0, 3),
          new Edge(1, 3),
          new Edge(2, 3));

  /** Returns the name of the decision for the operation. */
  String decision() {
    return "edge " + from + "-" + to;
  }
}
