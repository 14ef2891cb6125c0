package org.espalier.nas.data.table;

/** A named column of a {@link RawTable}; values may be missing. Immutable. */
public sealed interface Column permits NumericColumn, TextColumn {

  /** Returns the column's name, unique in its table. */
  String name();

  /** Returns the number of rows. */
  int size();

  /** Returns true if the value of a row is missing. */
  boolean missing(int row);

  /**
   * Returns the value of a row as text, for messages and class names; {@code ""} if it is missing.
   */
  String text(int row);

  /** Returns the number of missing values. */
  default int missingCount() {
    int count = 0;
    for (int row = 0; row < size(); row++) {
      if (missing(row)) {
        count++;
      }
    }
    return count;
  }
}
