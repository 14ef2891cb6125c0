package org.espalier.nas.searchspace.nasbench201;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The representative of each cell: the first of all that are equivalent, by the string that the
 * benchmark forms of the operations (Dong &amp; Yang 2020).
 *
 * <p>A cell's code is its operations as digits to the base 5, in the order of the edges, so that
 * codes are in the order of the enumeration.
 */
final class CellClasses {
  private static final int OPERATIONS = EdgeOperation.all().size();
  private static final int CELLS =
      (int) StrictMath.round(StrictMath.pow(OPERATIONS, Edge.ALL.size()));
  private static final String ZERO = "#";

  private final int[] representatives;

  private CellClasses(CellEquivalence rule) {
    Map<String, Integer> first = new HashMap<>();
    representatives =
        IntStream.range(0, CELLS)
            .map(
                code -> {
                  Integer known = first.putIfAbsent(text(operations(code), rule), code);
                  return known == null ? code : known;
                })
            .toArray();
  }

  /** Returns the classes by a rule, which are computed once in a process. */
  static CellClasses of(CellEquivalence rule) {
    return switch (rule) {
      case NONE -> Distinct.CLASSES;
      case SKIPS -> Skips.CLASSES;
      case PUBLISHED -> Published.CLASSES;
      case ZEROS -> Zeros.CLASSES;
    };
  }

  private static final class Distinct {
    static final CellClasses CLASSES = new CellClasses(CellEquivalence.NONE);
  }

  private static final class Skips {
    static final CellClasses CLASSES = new CellClasses(CellEquivalence.SKIPS);
  }

  private static final class Published {
    static final CellClasses CLASSES = new CellClasses(CellEquivalence.PUBLISHED);
  }

  private static final class Zeros {
    static final CellClasses CLASSES = new CellClasses(CellEquivalence.ZEROS);
  }

  /** Returns the representative of a cell. */
  List<EdgeOperation> representative(List<EdgeOperation> operations) {
    return operations(representatives[code(operations)]);
  }

  /** Returns all cells, in the order of their codes. */
  static Stream<List<EdgeOperation>> all() {
    return IntStream.range(0, CELLS).mapToObj(CellClasses::operations);
  }

  /** Returns the code of the first operations of a cell, or of all. */
  static int code(List<EdgeOperation> operations) {
    int code = 0;
    for (EdgeOperation operation : operations) {
      code = OPERATIONS * code + operation.index();
    }
    return code;
  }

  private static List<EdgeOperation> operations(int code) {
    EdgeOperation[] operations = new EdgeOperation[Edge.ALL.size()];
    int left = code;
    for (int i = operations.length - 1; i >= 0; i--) {
      operations[i] = EdgeOperation.all().get(left % OPERATIONS);
      left /= OPERATIONS;
    }
    return List.of(operations);
  }

  /** Returns the text of the output, equal for equivalent cells. */
  private static String text(List<EdgeOperation> operations, CellEquivalence rule) {
    List<String> states = new ArrayList<>(List.of("0"));
    for (int to = 1; to < Edge.STATES; to++) {
      List<String> terms = new ArrayList<>();
      for (int i = 0; i < operations.size(); i++) {
        Edge edge = Edge.ALL.get(i);
        if (edge.to() == to) {
          terms.add(term(operations.get(i), states.get(edge.from()), rule));
        }
      }
      if (rule == CellEquivalence.ZEROS) {
        terms.removeIf(ZERO::equals);
      }
      terms.sort(null);
      states.add(terms.isEmpty() ? ZERO : String.join("+", terms));
    }
    return states.get(Edge.STATES - 1);
  }

  private static String term(EdgeOperation operation, String state, CellEquivalence rule) {
    boolean zeros = rule == CellEquivalence.PUBLISHED || rule == CellEquivalence.ZEROS;
    if (zeros && (operation == EdgeOperation.NONE || state.equals(ZERO))) {
      return ZERO;
    }
    return operation == EdgeOperation.SKIP && rule != CellEquivalence.NONE
        ? state
        : "(" + state + ")@" + operation.published();
  }
}
