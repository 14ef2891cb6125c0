package org.espalier.nas.data.table;

import java.util.List;

/**
 * The raw values of the rows of some columns. Missing values are equal to each other, and 0 to −0.
 */
public final class RowValues implements RowSet.Values {
  private static final long FACTOR = 0x9e3779b97f4a7c15L;

  private final Column[] columns;

  /** Creates a view of columns of equal length. */
  public RowValues(List<Column> columns) {
    this.columns = columns.toArray(Column[]::new);
  }

  @Override
  public long hash(int row) {
    long hash = 1;
    for (Column column : columns) {
      hash = mixed(hash, code(column, row));
    }
    return hash;
  }

  @Override
  public boolean equal(int first, int second) {
    for (Column column : columns) {
      if (code(column, first) != code(column, second)) {
        return false;
      }
    }
    return true;
  }

  /** Returns a hash of a hash and one more value. */
  public static long mixed(long hash, long value) {
    long mixed = (hash ^ value) * FACTOR;
    return mixed ^ (mixed >>> 29);
  }

  private static long code(Column column, int row) {
    return column instanceof NumericColumn numbers
        ? Double.doubleToLongBits(numbers.value(row) + 0.0)
        : ((TextColumn) column).code(row);
  }
}
