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
 * @param table columns in use, labels included
 * @param labels names of the label columns, at least one; more for a multi-label task
 * @param rule meaning of the labels' values
 * @param firstTestRow index of the first row of the test part; {@code table.rows()} if the test
 *     part is yet to be split off
 * @param unused columns besides the label that are no features, such as one that only the split
 *     uses
 */
public record RawData(
    String name,
    RawTable table,
    List<String> labels,
    LabelRule rule,
    int firstTestRow,
    Set<String> unused) {

  /** Checks that there is at least one column to predict from. */
  public RawData {
    Objects.requireNonNull(name);
    Objects.requireNonNull(rule);
    labels = List.copyOf(labels);
    unused = Set.copyOf(unused);
    labels.forEach(table::column);
    rule.multiLabel(labels);
    if (labels.isEmpty() || Set.copyOf(labels).size() < labels.size()) {
      throw new InvalidDataException(
          "label %s of %s must name columns, each once.".formatted(labels, name));
    }
    if (features(table, labels, unused).isEmpty()) {
      throw new InvalidDataException(
          "%s has no column but the label %s%s; a prediction needs features."
              .formatted(
                  name,
                  String.join(", ", labels),
                  unused.isEmpty() ? "" : " and " + String.join(", ", new TreeSet<>(unused))));
    }
    if (firstTestRow < 1 || firstTestRow > table.rows()) {
      throw new IllegalArgumentException(
          "firstTestRow (%d) must lie in [1, %d].".formatted(firstTestRow, table.rows()));
    }
  }

  /** Creates data with one label column. */
  public RawData(String name, RawTable table, String label, LabelRule rule, int firstTestRow) {
    this(name, table, List.of(label), rule, firstTestRow, Set.of());
  }

  /** Creates data whose test part is yet to be split off. */
  public static RawData of(String name, RawTable table, String label, LabelRule rule) {
    return of(name, table, List.of(label), rule);
  }

  /** Creates data with several label columns whose test part is yet to be split off. */
  public static RawData of(String name, RawTable table, List<String> labels, LabelRule rule) {
    return new RawData(name, table, labels, rule, table.rows(), Set.of());
  }

  /** Returns these data without the column of a group split as a feature. */
  RawData splitBy(Split split) {
    String column = split.column();
    if (split.by() != SplitRule.GROUP || column == null) {
      return this;
    }
    Set<String> more = new HashSet<>(unused);
    more.add(column);
    return new RawData(name, table, labels, rule, firstTestRow, more);
  }

  /** Returns true if rows may have several labels. */
  public boolean multiLabel() {
    return rule.multiLabel(labels);
  }

  /** Returns the columns to predict from, in the order of the file. */
  public List<Column> features() {
    return features(table, labels, unused);
  }

  private static List<Column> features(RawTable table, List<String> labels, Set<String> unused) {
    return table.columns().stream()
        .filter(column -> !labels.contains(column.name()) && !unused.contains(column.name()))
        .toList();
  }

  /** Returns the name of the label column; of several, all names. */
  public String label() {
    return String.join(", ", labels);
  }

  /** Returns the label columns. */
  public List<Column> labelColumns() {
    return labels.stream().map(table::column).toList();
  }

  /** Returns the label column, the first if there are several. */
  public Column labelColumn() {
    return table.column(labels.get(0));
  }
}
