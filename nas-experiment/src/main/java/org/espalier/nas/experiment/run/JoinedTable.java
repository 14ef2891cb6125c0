package org.espalier.nas.experiment.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.data.table.RawTable;

/**
 * A further file of a recipe, whose rows belong to those of the first file with the same key.
 *
 * @param table its rows
 * @param rowOf its row for each row of the first file
 * @param columns its columns apart from the key
 */
record JoinedTable(RawTable table, List<Integer> rowOf, List<String> columns) {

  JoinedTable {
    rowOf = List.copyOf(rowOf);
    columns = List.copyOf(columns);
  }

  /**
   * Finds the rows.
   *
   * @throws InvalidDataException if a key of the first file is missing or repeated in this one
   */
  static JoinedTable of(
      RawTable first, RawTable further, String key, List<String> columns, Path file) {
    Map<String, Integer> byKey = new HashMap<>();
    for (int row = 0; row < further.rows(); row++) {
      String text = further.column(key).text(row);
      if (byKey.put(text, row) != null) {
        throw new InvalidDataException(
            "%s: %s (%s) occurs again. Remove one of the two rows."
                .formatted(further.place(row), key, text));
      }
    }
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < first.rows(); row++) {
      String text = first.column(key).text(row);
      Integer found = byKey.get(text);
      if (found == null) {
        throw new InvalidDataException(
            "%s: %s (%s) has no row in %s. Add it, or remove this row."
                .formatted(first.place(row), key, text, file));
      }
      rows.add(found);
    }
    return new JoinedTable(
        further, rows, columns.stream().filter(column -> !column.equals(key)).toList());
  }

  boolean has(String column) {
    return columns.contains(column);
  }

  /** Returns the row that belongs to a row of the first file. */
  int row(int ofFirst) {
    return rowOf.get(ofFirst);
  }
}
