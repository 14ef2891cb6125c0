package org.espalier.nas.data.prepare;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.data.table.Column;
import org.espalier.nas.data.table.NumericColumn;
import org.espalier.nas.data.table.RawTable;

/** The targets of the data: the task, and the targets of each row in use. */
final class Targets {
  private static final int MOST_WHOLE_CLASSES = 20;

  private final Task task;
  private final float[] values;

  Targets(Task task, float[] values) {
    this.task = task;
    this.values = values;
  }

  /** Returns the task. */
  Task task() {
    return task;
  }

  /**
   * Returns, for each row in use in order, the index of its class or its number; or for each of its
   * labels 1 or 0.
   */
  float[] values() {
    return values;
  }

  /**
   * Returns, for each row in use in order, the group whose share every part of the data is to have:
   * its class, or its labels; 0 for numbers.
   */
  int[] strata() {
    if (task instanceof Task.MultiLabel) {
      return LabelStrata.of(values, task.targetsPerExample());
    }
    int[] strata = new int[values.length];
    if (task instanceof Task.Classification) {
      Arrays.setAll(strata, i -> (int) values[i]);
    }
    return strata;
  }

  /**
   * Reads the label column.
   *
   * @param rows the rows in use, all with a label
   * @throws InvalidDataException if a value fits no bin, a bin is empty, text occurs in place of a
   *     number, there is only one class, or one of several labels is neither 0 nor 1
   */
  static Targets of(RawData raw, int[] rows) {
    if (raw.multiLabel()) {
      return MultiLabelTargets.of(raw, rows);
    }
    Column label = raw.labelColumn();
    LabelRule rule = raw.rule();
    if (!rule.bins().isEmpty()) {
      return binned(raw.table(), numeric(raw, "bins need"), Bins.of(rule.bins()), rows);
    }
    return classification(label, rule, rows)
        ? classes(raw, label, rule.classNames(), rows)
        : regression(raw, numeric(raw, "regression needs"), rows);
  }

  private static boolean classification(Column label, LabelRule rule, int[] rows) {
    return switch (rule.task()) {
      case CLASSIFICATION -> true;
      case REGRESSION, MULTI_LABEL -> false;
      case AUTO ->
          !(label instanceof NumericColumn numbers)
              || !rule.classNames().isEmpty()
              || fewWhole(numbers, rows);
    };
  }

  private static boolean fewWhole(NumericColumn numbers, int[] rows) {
    double[] distinct = IntStream.of(rows).mapToDouble(numbers::value).distinct().toArray();
    return distinct.length <= MOST_WHOLE_CLASSES
        && Arrays.stream(distinct).allMatch(value -> value == Math.rint(value));
  }

  private static NumericColumn numeric(RawData raw, String who) {
    Column label = raw.labelColumn();
    if (label instanceof NumericColumn numbers) {
      return numbers;
    }
    throw new InvalidDataException(
        "label %s of %s is text, for example %s; %s numbers."
            .formatted(label.name(), raw.name(), label.text(0), who));
  }

  private static Targets binned(RawTable table, NumericColumn label, Bins bins, int[] rows) {
    float[] values = new float[rows.length];
    int[] counts = new int[bins.names().size()];
    for (int i = 0; i < rows.length; i++) {
      double value = label.value(rows[i]);
      int bin = bins.indexOf(value);
      if (bin < 0) {
        throw new InvalidDataException(
            "%s: %s (%s) lies in none of the bins %s."
                .formatted(table.place(rows[i]), label.name(), NumericColumn.format(value), bins));
      }
      values[i] = bin;
      counts[bin]++;
    }
    for (int bin = 0; bin < counts.length; bin++) {
      if (counts[bin] == 0) {
        throw new InvalidDataException(
            "No row of %s has a %s in the bin %s; the bins are %s."
                .formatted(table.name(), label.name(), bins.names().get(bin), bins));
      }
    }
    return new Targets(new Task.Classification(label.name(), bins.names()), values);
  }

  private static Targets classes(
      RawData raw, Column label, Map<String, String> classNames, int[] rows) {
    Map<String, String> names = ClassNames.of(raw, classNames);
    Set<String> distinct = new LinkedHashSet<>();
    for (String value : sortedValues(label, rows)) {
      distinct.add(names.getOrDefault(value, value));
    }
    List<String> inOrder = List.copyOf(distinct);
    rejectUselessClasses(raw, inOrder, rows.length);
    Map<String, Integer> index = new HashMap<>();
    inOrder.forEach(name -> index.put(name, index.size()));
    float[] values = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      String value = label.text(rows[i]);
      values[i] = index.getOrDefault(names.getOrDefault(value, value), -1);
    }
    return new Targets(new Task.Classification(label.name(), inOrder), values);
  }

  private static void rejectUselessClasses(RawData raw, List<String> classes, int rows) {
    if (classes.size() < 2) {
      throw new InvalidDataException(
          "label %s of %s has one class only (%s) in %d rows; a classification needs two or more."
              .formatted(raw.label(), raw.name(), String.join("", classes), rows));
    }
    if (classes.size() > 2 && 2 * classes.size() > rows) {
      throw new InvalidDataException(
          ("label %s of %s has %d classes in %d rows; most have no second example. If it is to be a"
                  + " number, look for values that are none.")
              .formatted(raw.label(), raw.name(), classes.size(), rows));
    }
  }

  /**
   * Returns the distinct values in the order of the classes: numbers by size, text by character.
   */
  private static List<String> sortedValues(Column label, int[] rows) {
    if (label instanceof NumericColumn numbers) {
      return IntStream.of(rows)
          .mapToDouble(numbers::value)
          .distinct()
          .sorted()
          .mapToObj(NumericColumn::format)
          .toList();
    }
    return IntStream.of(rows).mapToObj(label::text).distinct().sorted().toList();
  }

  private static Targets regression(RawData raw, NumericColumn label, int[] rows) {
    float[] values = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      values[i] = (float) label.value(rows[i]);
      if (Float.isInfinite(values[i])) {
        throw new InvalidDataException(
            "%s: %s (%s) is too large for single precision."
                .formatted(raw.table().place(rows[i]), label.name(), label.value(rows[i])));
      }
    }
    return new Targets(new Task.Regression(label.name()), values);
  }
}
