package org.espalier.nas.data.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The raw values of a row in some columns; keys are equal if all values are. Missing values are
 * equal to each other, and 0 to −0. Keys of different columns must not be compared.
 */
public final class RowKey {
  private final List<Column> columns;
  private final int row;
  private final int hash;

  /** Creates the key of a row. */
  public RowKey(List<Column> columns, int row) {
    this.columns = columns;
    this.row = row;
    int sum = 1;
    for (Column column : columns) {
      sum = 31 * sum + Long.hashCode(code(column, row));
    }
    this.hash = sum;
  }

  private static long code(Column column, int row) {
    return column instanceof NumericColumn numbers
        ? Double.doubleToLongBits(numbers.value(row) + 0.0)
        : ((TextColumn) column).code(row);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RowKey key
        && hash == key.hash
        && columns.stream().allMatch(column -> code(column, row) == code(column, key.row));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
