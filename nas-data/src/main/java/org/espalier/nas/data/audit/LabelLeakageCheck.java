package org.espalier.nas.data.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.data.table.Column;
import org.espalier.nas.data.table.NumericColumn;

/**
 * A check for columns that determine the label.
 *
 * <p>A column is reported if, without a single exception, rows of equal value have equal labels,
 * there are few values, and random labels would agree in this way with a probability below one in a
 * million (divided by the number of columns); or if a few thresholds on the column separate the
 * classes; or if the number to predict rises or falls monotonically with the column. A column is
 * not reported only because nearly all of its values differ or because it predicts well. Each of
 * several labels is checked on its own.
 */
final class LabelLeakageCheck implements Check {
  private static final int ROWS_FOR_EACH_VALUE = 5;
  private static final int ROWS_FOR_EACH_RUN = 10;
  private static final int FEWEST_ROWS = 20;
  private static final double CHANCE = 1e-6;
  private static final String MEND = " Drop it, unless it is known before the label is.";

  @Override
  public List<Finding> findings(AuditedData data) {
    List<AuditedData> labels =
        data.task() instanceof Task.MultiLabel ? data.byLabel() : List.of(data);
    List<float[]> targets = labels.stream().map(AuditedData::targets).toList();
    List<Map<Float, Integer>> frequencies =
        targets.stream().map(LabelLeakageCheck::frequencies).toList();
    List<Finding> findings = new ArrayList<>();
    for (Column column : data.features()) {
      List<ValueGroups> groups = ValueGroups.of(column, data.rows(), targets);
      for (int label = 0; label < labels.size(); label++) {
        finding(labels.get(label), column, groups.get(label), frequencies.get(label))
            .ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static Optional<Finding> finding(
      AuditedData data, Column column, ValueGroups groups, Map<Float, Integer> frequencies) {
    boolean enough = groups.rows() >= FEWEST_ROWS && 2 * groups.rows() >= data.rows().length;
    return enough && groups.pure()
        ? evidence(data, column, groups, frequencies)
            .map(
                evidence -> new Finding(Finding.Kind.LABEL_LEAKAGE, column.name(), evidence + MEND))
        : Optional.empty();
  }

  private static Optional<String> evidence(
      AuditedData data, Column column, ValueGroups groups, Map<Float, Integer> frequencies) {
    String label = data.task().target();
    if (fewValues(groups) && improbable(groups, frequencies, data)) {
      return Optional.of(
          "%s is a function of %s: each of its %d values goes with one %s only, in all %d rows."
              .formatted(
                  label,
                  column.name(),
                  groups.size(),
                  data.task() instanceof Task.Classification ? "class" : "number",
                  groups.rows()));
    }
    return column instanceof NumericColumn ? thresholds(data, column, groups) : Optional.empty();
  }

  private static Optional<String> thresholds(AuditedData data, Column column, ValueGroups groups) {
    int runs = groups.runs();
    if (data.task() instanceof Task.Classification task) {
      boolean few = runs > 1 && runs <= 2 * task.classes().size();
      return few && groups.rows() >= ROWS_FOR_EACH_RUN * runs
          ? Optional.of(
              "%d thresholds on %s separate the classes of %s without exception in %d rows."
                  .formatted(runs - 1, column.name(), task.target(), groups.rows()))
          : Optional.empty();
    }
    return runs > 2 && groups.monotone()
        ? Optional.of(
            "%s rises or falls with %s without exception in %d rows."
                .formatted(data.task().target(), column.name(), groups.rows()))
        : Optional.empty();
  }

  private static boolean fewValues(ValueGroups groups) {
    return groups.size() > 1 && groups.rows() >= ROWS_FOR_EACH_VALUE * groups.size();
  }

  /** Returns true if random labels would hardly ever be equal within all groups. */
  private static boolean improbable(
      ValueGroups groups, Map<Float, Integer> frequencies, AuditedData data) {
    double total = data.targets().length;
    double logarithm = 0;
    for (int group = 0; group < groups.size(); group++) {
      double equal = 0;
      for (int frequency : frequencies.values()) {
        equal += Math.pow(frequency / total, groups.count(group));
      }
      logarithm += Math.log(equal);
    }
    return logarithm < Math.log(CHANCE / data.features().size());
  }

  private static Map<Float, Integer> frequencies(float[] targets) {
    Map<Float, Integer> frequencies = new TreeMap<>();
    for (float target : targets) {
      frequencies.merge(target, 1, Integer::sum);
    }
    return frequencies;
  }
}
