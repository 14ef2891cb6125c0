package org.espalier.nas.engine.table;

/** Treatment of empty cells of a column. */
public enum EmptyCells {
  /** An empty cell is an error. */
  ERROR,
  /** An empty cell is a result that was not measured. */
  ALLOWED
}
