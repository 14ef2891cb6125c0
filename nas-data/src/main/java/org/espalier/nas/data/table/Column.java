package org.espalier.nas.data.table;

/** A named column of a {@link Table}; values may be missing. Immutable. */
public sealed interface Column permits NumericColumn, TextColumn {

  /** The column's name, unique in its table. */
  String name();

  /** The number of rows. */
  int size();

  /** Whether the value of a row is missing. */
  boolean missing(int row);

  /** The value of a row as text, for messages and class names; {@code ""} where it is missing. */
  String text(int row);

  /** The number of missing values. */
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
