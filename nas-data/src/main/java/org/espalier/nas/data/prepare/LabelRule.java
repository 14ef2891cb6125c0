package org.espalier.nas.data.prepare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.espalier.nas.api.InvalidSettingException;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of the values of the label column, or of several label columns.
 *
 * @param task the kind of prediction
 * @param bins names and ranges of the classes of a numeric label, in their order; empty: no bins
 * @param classNames class names for the label's values; other values keep theirs, and two values
 *     with the same name are one class
 * @param separator text between the labels of a row in one column; null: one value
 */
public record LabelRule(
    TaskChoice task,
    Map<String, String> bins,
    Map<String, String> classNames,
    @Nullable String separator) {

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
    if (separator != null && separator.isBlank() && !separator.equals(" ")) {
      throw new InvalidSettingException(
          "labelSeparator",
          "labelSeparator (%s) must be the text between two labels.".formatted(separator));
    }
  }

  /** Creates the rule of a label with one value in each row. */
  public LabelRule(TaskChoice task, Map<String, String> bins, Map<String, String> classNames) {
    this(task, bins, classNames, null);
  }

  /** Returns the rule that takes the label as it is. */
  public static LabelRule plain() {
    return new LabelRule(TaskChoice.AUTO, Map.of(), Map.of());
  }

  /** Returns a rule that puts the label into bins. */
  public static LabelRule binned(Map<String, String> bins) {
    return new LabelRule(TaskChoice.CLASSIFICATION, bins, Map.of());
  }

  /**
   * Returns true if rows may have several labels.
   *
   * @param columns the names of the label columns
   * @throws InvalidSettingException if the settings conflict with the number of columns
   */
  public boolean multiLabel(List<String> columns) {
    boolean several = columns.size() > 1 || separator != null;
    if (columns.size() > 1 && separator != null) {
      throw new InvalidSettingException(
          "labelSeparator",
          "labelSeparator (%s) needs one label column, not %s."
              .formatted(separator, String.join(", ", columns)));
    }
    if (several && (task == TaskChoice.CLASSIFICATION || task == TaskChoice.REGRESSION)) {
      throw new InvalidSettingException(
          "task",
          "task (%s) needs one label column without labelSeparator; for several labels set task to multi-label or auto."
              .formatted(task.name().toLowerCase(Locale.ROOT)));
    }
    if (several && !bins.isEmpty()) {
      throw new InvalidSettingException(
          "bins", "bins %s cannot be used with several labels, which are 0 or 1.".formatted(bins));
    }
    if (several && !classNames.isEmpty()) {
      throw new InvalidSettingException(
          "classNames",
          "classNames %s cannot be used with several labels, which have no classes."
              .formatted(classNames));
    }
    if (!several && task == TaskChoice.MULTI_LABEL) {
      throw new InvalidSettingException(
          "task",
          "task (multi-label) needs several label columns, such as label: [news, sport], or labelSeparator.");
    }
    return several;
  }
}
