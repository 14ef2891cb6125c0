package org.espalier.nas.data.prepare;

import java.util.List;
import java.util.Objects;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.data.table.Column;
import org.espalier.nas.data.table.Table;

/**
 * A table with what is known of it before anything is learned from it.
 *
 * @param name for a person
 * @param table the columns in use, label included
 * @param label the name of the label column
 * @param rule what the label's values mean
 * @param firstTestRow rows from here on are the test part; {@code table.rows()} where the test part
 *     is to be split off
 */
public record RawData(String name, Table table, String label, LabelRule rule, int firstTestRow) {

  /** Checks that there is something to predict from. */
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

  /** Data whose test part is to be split off. */
  public static RawData of(String name, Table table, String label, LabelRule rule) {
    return new RawData(name, table, label, rule, table.rows());
  }

  /** The columns that are not the label, in the order of the file. */
  public List<Column> features() {
    return table.columns().stream().filter(column -> !column.name().equals(label)).toList();
  }

  /** The label column. */
  public Column labelColumn() {
    return table.column(label);
  }
}
