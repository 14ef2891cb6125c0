package org.espalier.nas.data.prepare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.espalier.nas.api.InvalidSettingException;

/**
 * The meaning of the values of the label column.
 *
 * @param task classification or regression
 * @param bins names and ranges of the classes of a numeric label, in their order; empty: no bins
 * @param classNames class names for the label's values; other values keep theirs, and two values
 *     with the same name are one class
 */
public record LabelRule(TaskChoice task, Map<String, String> bins, Map<String, String> classNames) {

  /** Checks the bins and copies the components. */
  public LabelRule {
    Objects.requireNonNull(task);
    bins = Collections.unmodifiableMap(new LinkedHashMap<>(bins));
    classNames = Collections.unmodifiableMap(new LinkedHashMap<>(classNames));
    Bins.of(bins);
    if (bins.size() == 1) {
      throw new InvalidSettingException("bins", "bins " + bins + " must be at least two.");
    }
    if (!bins.isEmpty() && !classNames.isEmpty()) {
      throw new InvalidSettingException(
          "classNames",
          "classNames " + classNames + " cannot be used with bins, which have names.");
    }
    if (task == TaskChoice.REGRESSION && !(bins.isEmpty() && classNames.isEmpty())) {
      throw new InvalidSettingException(
          "task", "task (regression) cannot be used with bins or classNames, which make classes.");
    }
  }

  /** Returns the rule that takes the label as it is. */
  public static LabelRule plain() {
    return new LabelRule(TaskChoice.AUTO, Map.of(), Map.of());
  }

  /** Returns a rule that puts the label into bins. */
  public static LabelRule binned(Map<String, String> bins) {
    return new LabelRule(TaskChoice.CLASSIFICATION, bins, Map.of());
  }
}
