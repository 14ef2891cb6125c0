package org.espalier.nas.data.prepare;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.data.table.Column;

/** The labels of rows of which any number may apply: several columns, or lists in one column. */
final class MultiLabelTargets {
  private static final int MOST_SHOWN = 5;

  /** Values of labels in lower case; the second of a pair applies. */
  private static final List<List<String>> PAIRS =
      List.of(
          List.of("0", "1"),
          List.of("false", "true"),
          List.of("no", "yes"),
          List.of("n", "y"),
          List.of("f", "t"));

  private MultiLabelTargets() {}

  /**
   * Reads the labels.
   *
   * @param rows the rows in use, all with labels
   * @throws InvalidDataException if a value of a label column is neither 0 nor 1, false nor true,
   *     no nor yes; or if the lists in a column have fewer than two distinct labels, or too many
   */
  static Targets of(RawData raw, int[] rows) {
    String separator = raw.rule().separator();
    return separator == null ? columns(raw, rows) : separated(raw, separator, rows);
  }

  private static Targets columns(RawData raw, int[] rows) {
    List<Column> columns = raw.labelColumns();
    float[] values = new float[rows.length * columns.size()];
    for (int label = 0; label < columns.size(); label++) {
      List<String> pair = pair(raw, columns.get(label), rows);
      for (int i = 0; i < rows.length; i++) {
        boolean applies = normalized(columns.get(label), rows[i]).equals(pair.get(1));
        values[i * columns.size() + label] = applies ? 1 : 0;
      }
    }
    return new Targets(new Task.MultiLabel(raw.label(), raw.labels()), values);
  }

  private static List<String> pair(RawData raw, Column column, int[] rows) {
    Set<String> seen = new LinkedHashSet<>();
    IntStream.of(rows).forEach(row -> seen.add(normalized(column, row)));
    for (List<String> pair : PAIRS) {
      if (pair.containsAll(seen)) {
        return pair;
      }
    }
    Set<String> known = new TreeSet<>();
    PAIRS.stream().filter(pair -> pair.stream().anyMatch(seen::contains)).forEach(known::addAll);
    int first =
        IntStream.of(rows)
            .filter(row -> !known.contains(normalized(column, row)))
            .findFirst()
            .orElse(rows[0]);
    throw new InvalidDataException(
        "%s: the label %s is %s; the values of one of several labels must be 0 and 1, no and yes, or false and true, but %s has %s."
            .formatted(
                raw.table().place(first),
                column.name(),
                column.text(first),
                column.name(),
                shown(seen)));
  }

  private static String normalized(Column column, int row) {
    return column.text(row).strip().toLowerCase(Locale.ROOT);
  }

  private static Targets separated(RawData raw, String separator, int[] rows) {
    Column column = raw.labelColumn();
    Pattern between = Pattern.compile(Pattern.quote(separator));
    List<List<String>> lists =
        Arrays.stream(rows).mapToObj(row -> labels(between, column.text(row))).toList();
    Set<String> distinct = new TreeSet<>();
    lists.forEach(distinct::addAll);
    requireLabels(raw, separator, distinct, rows.length);
    List<String> names = List.copyOf(distinct);
    Map<String, Integer> index = new HashMap<>();
    names.forEach(name -> index.put(name, index.size()));
    float[] values = new float[rows.length * names.size()];
    for (int i = 0; i < rows.length; i++) {
      for (String name : lists.get(i)) {
        values[i * names.size() + index.getOrDefault(name, 0)] = 1;
      }
    }
    return new Targets(new Task.MultiLabel(column.name(), names), values);
  }

  private static List<String> labels(Pattern between, String text) {
    return between
        .splitAsStream(text)
        .map(String::strip)
        .filter(label -> !label.isEmpty())
        .toList();
  }

  private static void requireLabels(RawData raw, String separator, Set<String> distinct, int rows) {
    if (distinct.size() < 2) {
      throw new InvalidDataException(
          "label %s of %s, separated by %s, has the labels %s only; a multi-label task needs two or more."
              .formatted(raw.label(), raw.name(), separator, distinct));
    }
    if (2 * distinct.size() > rows) {
      throw new InvalidDataException(
          "label %s of %s, separated by %s, has %d labels in %d rows (%s); most have no second example. Check labelSeparator."
              .formatted(
                  raw.label(), raw.name(), separator, distinct.size(), rows, shown(distinct)));
    }
  }

  private static String shown(Set<String> values) {
    List<String> first = values.stream().limit(MOST_SHOWN).toList();
    return String.join(", ", first) + (values.size() > MOST_SHOWN ? ", …" : "");
  }
}
