package org.espalier.nas.data.audit;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.data.table.Column;
import org.espalier.nas.data.table.LabelSets;
import org.espalier.nas.data.table.RawTable;

/** The data of an audit: the raw columns in use and the features made of them. */
public final class AuditedData {
  private final RawTable table;
  private final List<Column> features;
  private final int[] rows;
  private final float[] values;
  private final float[] targets;
  private final List<int[]> members;
  private final Task task;
  private final List<Feature> prepared;
  private final boolean scaled;
  private final Examples training;
  private final Examples validation;
  private final Examples test;

  /**
   * Creates a view of prepared data; the arrays are shared, not copied.
   *
   * @param table the raw table
   * @param features the raw columns that features were made of
   * @param rows the rows in use
   * @param targets the targets of each row in use
   * @param members for each part in the order of {@link org.espalier.nas.api.data.Part}, the
   *     indices into {@code rows} of its examples
   * @param task task and classes
   * @param prepared the features that were made of the columns
   * @param scaled true if numeric columns were scaled
   * @param training the prepared training part
   * @param validation the prepared validation part
   * @param test the prepared test part
   */
  public AuditedData(
      RawTable table,
      List<Column> features,
      int[] rows,
      float[] targets,
      List<int[]> members,
      Task task,
      List<Feature> prepared,
      boolean scaled,
      Examples training,
      Examples validation,
      Examples test) {
    this.table = Objects.requireNonNull(table);
    this.features = List.copyOf(features);
    this.rows = rows;
    this.values = targets;
    this.members = List.copyOf(members);
    this.task = Objects.requireNonNull(task);
    this.targets = task instanceof Task.MultiLabel ? sets(targets, task) : targets;
    this.prepared = List.copyOf(prepared);
    this.scaled = scaled;
    this.training = Objects.requireNonNull(training);
    this.validation = Objects.requireNonNull(validation);
    this.test = Objects.requireNonNull(test);
  }

  RawTable table() {
    return table;
  }

  List<Column> features() {
    return features;
  }

  int[] rows() {
    return rows;
  }

  /** Returns one target for each row in use: of several labels, the number of the row's set. */
  float[] targets() {
    return targets;
  }

  private static float[] sets(float[] values, Task task) {
    int[] numbers = LabelSets.of(values, task.targetsPerExample());
    float[] sets = new float[numbers.length];
    for (int row = 0; row < sets.length; row++) {
      sets[row] = numbers[row];
    }
    return sets;
  }

  /**
   * Returns a view for each label of a multi-label task, in which the label is the class 0 or 1;
   * empty for other tasks.
   */
  List<AuditedData> byLabel() {
    if (!(task instanceof Task.MultiLabel several)) {
      return List.of();
    }
    int labels = several.labels().size();
    return IntStream.range(0, labels)
        .mapToObj(
            label -> {
              float[] own = new float[rows.length];
              for (int row = 0; row < own.length; row++) {
                own[row] = values[row * labels + label];
              }
              return with(
                  own, new Task.Classification(several.labels().get(label), List.of("0", "1")));
            })
        .toList();
  }

  private AuditedData with(float[] otherTargets, Task otherTask) {
    return new AuditedData(
        table,
        features,
        rows,
        otherTargets,
        members,
        otherTask,
        prepared,
        scaled,
        training,
        validation,
        test);
  }

  List<int[]> members() {
    return members;
  }

  Task task() {
    return task;
  }

  List<Feature> prepared() {
    return prepared;
  }

  boolean scaled() {
    return scaled;
  }

  Examples training() {
    return training;
  }

  Examples validation() {
    return validation;
  }

  Examples test() {
    return test;
  }
}
