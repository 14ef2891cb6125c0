package org.espalier.nas.data.prepare;

import java.util.List;
import java.util.Objects;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.data.table.Column;
import org.espalier.nas.data.table.RawTable;

/**
 * A table with its label, before preparation.
 *
 * @param name name for display
 * @param table columns in use, label included
 * @param label name of the label column
 * @param rule meaning of the label's values
 * @param firstTestRow index of the first row of the test part; {@code table.rows()} if the test
 *     part is yet to be split off
 */
public record RawData(String name, RawTable table, String label, LabelRule rule, int firstTestRow) {

  /** Checks that there is at least one column besides the label. */
  public RawData {
    Objects.requireNonNull(name);
    Objects.requireNonNull(rule);
    table.column(label);
    if (table.columns().size() < 2) {
      throw new InvalidDataException(
          name + " has no column but the label " + label + "; a prediction needs features.");
    }
    if (firstTestRow < 1 || firstTestRow > table.rows()) {
      throw new IllegalArgumentException(
          "firstTestRow (%d) must lie in [1, %d].".formatted(firstTestRow, table.rows()));
    }
  }

  /** Creates data whose test part is yet to be split off. */
  public static RawData of(String name, RawTable table, String label, LabelRule rule) {
    return new RawData(name, table, label, rule, table.rows());
  }

  /** Returns the columns other than the label, in the order of the file. */
  public List<Column> features() {
    return table.columns().stream().filter(column -> !column.name().equals(label)).toList();
  }

  /** Returns the label column. */
  public Column labelColumn() {
    return table.column(label);
  }
}
