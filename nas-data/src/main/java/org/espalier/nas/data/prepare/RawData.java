package org.espalier.nas.data.prepare;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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
 * @param unused columns besides the label that are no features, such as one that only the split
 *     uses
 */
public record RawData(
    String name,
    RawTable table,
    String label,
    LabelRule rule,
    int firstTestRow,
    Set<String> unused) {

  /** Checks that there is at least one column to predict from. */
  public RawData {
    Objects.requireNonNull(name);
    Objects.requireNonNull(rule);
    unused = Set.copyOf(unused);
    table.column(label);
    if (features(table, label, unused).isEmpty()) {
      throw new InvalidDataException(
          name
              + " has no column but the label "
              + label
              + (unused.isEmpty() ? "" : " and " + String.join(", ", new TreeSet<>(unused)))
              + "; a prediction needs features.");
    }
    if (firstTestRow < 1 || firstTestRow > table.rows()) {
      throw new IllegalArgumentException(
          "firstTestRow (%d) must lie in [1, %d].".formatted(firstTestRow, table.rows()));
    }
  }

  /** Creates data whose test part is yet to be split off. */
  public static RawData of(String name, RawTable table, String label, LabelRule rule) {
    return new RawData(name, table, label, rule, table.rows(), Set.of());
  }

  /** Returns these data without the column of a group split as a feature. */
  RawData splitBy(Split split) {
    String column = split.column();
    if (split.by() != SplitRule.GROUP || column == null) {
      return this;
    }
    Set<String> more = new HashSet<>(unused);
    more.add(column);
    return new RawData(name, table, label, rule, firstTestRow, more);
  }

  /** Returns the columns to predict from, in the order of the file. */
  public List<Column> features() {
    return features(table, label, unused);
  }

  private static List<Column> features(RawTable table, String label, Set<String> unused) {
    return table.columns().stream()
        .filter(column -> !column.name().equals(label) && !unused.contains(column.name()))
        .toList();
  }

  /** Returns the label column. */
  public Column labelColumn() {
    return table.column(label);
  }
}
