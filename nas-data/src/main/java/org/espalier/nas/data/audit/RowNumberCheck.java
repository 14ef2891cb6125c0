package org.espalier.nas.data.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.data.table.Column;
import org.espalier.nas.data.table.NumericColumn;

/** A check for columns that number the rows of the first file, in any order. */
final class RowNumberCheck implements Check {
  private static final int FEWEST_ROWS = 10;

  @Override
  public List<Finding> findings(AuditedData data) {
    List<Finding> findings = new ArrayList<>();
    int rows = data.table().firstRowOfLastFile();
    for (Column column : data.features()) {
      if (rows >= FEWEST_ROWS && column instanceof NumericColumn numbers && counts(numbers, rows)) {
        findings.add(finding(numbers, rows));
      }
    }
    return findings;
  }

  private static boolean counts(NumericColumn column, int rows) {
    double least = least(column, rows);
    BitSet seen = new BitSet(rows);
    for (int row = 0; row < rows; row++) {
      double position = column.value(row) - least;
      if (!(position >= 0 && position < rows) || position != Math.rint(position)) {
        return false;
      }
      seen.set((int) position);
    }
    return seen.cardinality() == rows;
  }

  private static double least(NumericColumn column, int rows) {
    double least = Double.POSITIVE_INFINITY;
    for (int row = 0; row < rows; row++) {
      least = Math.min(least, column.value(row));
    }
    return least;
  }

  private static Finding finding(NumericColumn column, int rows) {
    boolean ordered = true;
    for (int row = 1; row < rows; row++) {
      ordered &= column.value(row) == column.value(row - 1) + 1;
    }
    double least = least(column, rows);
    return new Finding(
        Finding.Kind.ROW_NUMBER,
        column.name(),
        "%s counts the %d rows from %s to %s%s. It says nothing about new rows; drop it."
            .formatted(
                column.name(),
                rows,
                NumericColumn.format(least),
                NumericColumn.format(least + rows - 1),
                ordered ? "" : ", in another order"));
  }
}
