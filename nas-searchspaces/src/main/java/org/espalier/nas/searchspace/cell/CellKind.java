package org.espalier.nas.searchspace.cell;

import java.util.List;
import java.util.Locale;

/** The kinds of cells, in the order in which they are decided. */
enum CellKind {
  /** A cell that keeps the size of the image. */
  NORMAL,
  /** A cell that halves height and width. */
  REDUCTION;

  /** All kinds, in their order. */
  static final List<CellKind> ALL = List.of(values());

  /** Returns the name: {@code normal}, {@code reduction}. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the stride of operations that read an input of the cell. */
  int stride() {
    return this == NORMAL ? 1 : 2;
  }
}
