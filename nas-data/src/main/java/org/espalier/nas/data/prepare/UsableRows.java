package org.espalier.nas.data.prepare;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.plugin.Counts;
import org.espalier.nas.data.table.Column;
import org.espalier.nas.data.table.RawTable;
import org.espalier.nas.data.table.RowSet;
import org.espalier.nas.data.table.RowValues;

/** The selection of the rows of a table to use. */
final class UsableRows {
  private final RawTable table;
  private final List<Column> columns;
  private final List<Column> labels;
  private final Preparation preparation;

  UsableRows(RawData raw, Preparation preparation) {
    this.table = raw.table();
    this.columns = table.columns();
    this.labels = raw.labelColumns();
    this.preparation = preparation;
  }

  /**
   * Returns the rows in use, ascending.
   *
   * @throws InvalidDataException if a value is missing and that is an error, or no row is left
   */
  int[] rows() {
    int[] complete = IntStream.range(0, table.rows()).filter(this::acceptable).toArray();
    int[] rows = preparation.duplicates() == Duplicates.DROP ? distinct(complete) : complete;
    if (rows.length == 0) {
      throw new InvalidDataException(
          table.name()
              + " has no row without a missing value. Set prepare.missing to impute, or drop the"
              + " columns that are rarely filled.");
    }
    return rows;
  }

  private boolean acceptable(int row) {
    return switch (preparation.missing()) {
      case ERROR -> complete(row);
      case DROP -> columns.stream().noneMatch(column -> column.missing(row));
      case IMPUTE -> labels.stream().noneMatch(label -> label.missing(row));
    };
  }

  private boolean complete(int row) {
    for (Column column : columns) {
      if (column.missing(row)) {
        throw new InvalidDataException(
            ("%s: %s is missing; %d of %s of the column %s. Set prepare.missing to drop or"
                    + " impute, or drop the column.")
                .formatted(
                    table.place(row),
                    column.name(),
                    column.missingCount(),
                    Counts.of(column.size(), "value"),
                    column.missingCount() == 1 ? "is" : "are"));
      }
    }
    return true;
  }

  private int[] distinct(int[] rows) {
    RowSet seen = new RowSet(new RowValues(columns));
    return IntStream.of(rows).filter(row -> seen.add(row) == row).toArray();
  }

  /**
   * Finds equal rows.
   *
   * @param rows the rows, ascending
   * @param end index from which on each row counts as distinct
   * @return for each row, the index in {@code rows} of the first row equal to it
   */
  int[] firsts(int[] rows, int end) {
    RowSet seen = new RowSet(new RowValues(columns));
    int[] firsts = new int[rows.length];
    for (int i = 0; i < firsts.length; i++) {
      firsts[i] = i < end ? Arrays.binarySearch(rows, seen.add(rows[i])) : i;
    }
    return firsts;
  }
}
