package org.espalier.nas.tf.training;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.plugin.Spelling;
import org.espalier.nas.tf.loss.LossType;
import org.espalier.nas.tf.metric.Metric;
import org.espalier.nas.tf.metric.Predictions;
import org.jspecify.annotations.Nullable;

/**
 * The quantities measured after each epoch.
 *
 * @param task the kind of prediction
 * @param loss the kind of loss
 * @param metrics the metrics, the loss first
 */
record Measures(Task task, LossType loss, List<Metric> metrics) {
  private static final String VALIDATION = "validation.";
  private static final String TEST = "test.";
  private static final Set<Metric> OF_NUMBERS =
      Set.of(Metric.LOSS, Metric.MAE, Metric.RMSE, Metric.R2);
  private static final Set<Metric> OF_CLASSES =
      Set.of(Metric.LOSS, Metric.ACCURACY, Metric.BALANCED_ACCURACY, Metric.MACRO_F1, Metric.AUC);
  private static final Set<Metric> OF_LABELS =
      Set.of(
          Metric.LOSS,
          Metric.ACCURACY,
          Metric.EXACT_MATCH,
          Metric.MACRO_F1,
          Metric.MICRO_F1,
          Metric.AUC);
  private static final List<Metric> USUAL_OF_NUMBERS = List.of(Metric.MAE, Metric.RMSE, Metric.R2);
  private static final List<Metric> USUAL_OF_CLASSES =
      List.of(Metric.ACCURACY, Metric.BALANCED_ACCURACY, Metric.MACRO_F1);
  private static final List<Metric> USUAL_OF_LABELS =
      List.of(Metric.ACCURACY, Metric.EXACT_MATCH, Metric.MACRO_F1, Metric.MICRO_F1);
  private static final Set<Metric> LOWER_IS_BETTER = Set.of(Metric.LOSS, Metric.MAE, Metric.RMSE);

  Measures {
    metrics = List.copyOf(metrics);
  }

  /**
   * Returns the metrics that the settings name, or the usual ones.
   *
   * @throws InvalidSettingException if a metric does not fit the task, or a watched metric is not
   *     measured
   */
  static Measures of(TrainingSettings settings, Task task) {
    List<Metric> metrics = new ArrayList<>(List.of(Metric.LOSS));
    (settings.metrics().isEmpty() ? usual(task) : settings.metrics())
        .stream().filter(metric -> metric != Metric.LOSS).distinct().forEach(metrics::add);
    for (Metric metric : metrics) {
      requireFit(metric, task);
    }
    Measures measures = new Measures(task, settings.loss(), metrics);
    EarlyStopping stopping = settings.earlyStopping();
    if (stopping != null) {
      measures.requireMeasured("earlyStopping", stopping.metric());
    }
    String kept = settings.keepBest();
    if (kept != null) {
      measures.requireMeasured("keepBest", kept);
    }
    return measures;
  }

  /**
   * Returns the names of the metrics that the settings measure after each epoch.
   *
   * @param task the kind of prediction; null for those of any kind
   */
  static Set<String> names(TrainingSettings settings, @Nullable Task task) {
    Set<Metric> metrics = new LinkedHashSet<>(List.of(Metric.LOSS));
    metrics.addAll(settings.metrics());
    if (settings.metrics().isEmpty()) {
      metrics.addAll(task == null ? ofAnyTask() : usual(task));
    }
    Set<String> names = new LinkedHashSet<>();
    for (String part :
        settings.measureTest() ? List.of("", VALIDATION, TEST) : List.of("", VALIDATION)) {
      metrics.forEach(metric -> names.add(part + metric.label()));
    }
    return names;
  }

  private static List<Metric> ofAnyTask() {
    return Stream.of(USUAL_OF_NUMBERS, USUAL_OF_CLASSES, USUAL_OF_LABELS)
        .flatMap(List::stream)
        .toList();
  }

  private static List<Metric> usual(Task task) {
    return task instanceof Task.Regression
        ? USUAL_OF_NUMBERS
        : task instanceof Task.MultiLabel ? USUAL_OF_LABELS : USUAL_OF_CLASSES;
  }

  private static Set<Metric> fitting(Task task) {
    return task instanceof Task.Regression
        ? OF_NUMBERS
        : task instanceof Task.MultiLabel ? OF_LABELS : OF_CLASSES;
  }

  private static String predicted(Task task) {
    return task instanceof Task.Regression
        ? "numbers"
        : task instanceof Task.MultiLabel ? "several labels" : "classes";
  }

  private static void requireFit(Metric metric, Task task) {
    if (!fitting(task).contains(metric)) {
      throw new InvalidSettingException(
          "metrics",
          "metrics name %s, which is no metric of %s; use one of %s."
              .formatted(metric.label(), predicted(task), labels(usual(task))));
    }
  }

  private void requireMeasured(String setting, String name) {
    if (!names().contains(name)) {
      throw new InvalidSettingException(
          setting,
          "%s names %s; measured are %s.%s"
              .formatted(setting, name, names(), Spelling.suggestion(name, names())));
    }
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(labels(metrics));
    metrics.forEach(metric -> names.add(VALIDATION + metric.label()));
    return names;
  }

  private static List<String> labels(List<Metric> metrics) {
    return metrics.stream().map(Metric::label).toList();
  }

  /** Measures the training part. */
  void ofTraining(Predictions predictions, Map<String, Double> into) {
    measure("", predictions, into);
  }

  /** Measures the validation part. */
  void ofValidation(Predictions predictions, Map<String, Double> into) {
    measure(VALIDATION, predictions, into);
  }

  /** Measures the test part. */
  void ofTest(Predictions predictions, Map<String, Double> into) {
    measure(TEST, predictions, into);
  }

  private void measure(String prefix, Predictions predictions, Map<String, Double> into) {
    for (Metric metric : metrics) {
      metric.of(predictions).ifPresent(value -> into.put(prefix + metric.label(), value));
    }
  }

  /** Returns a tracker of a measured metric. */
  Improvement improvement(String name, double minDelta) {
    String label = name.startsWith(VALIDATION) ? name.substring(VALIDATION.length()) : name;
    boolean lower = LOWER_IS_BETTER.stream().anyMatch(metric -> metric.label().equals(label));
    return new Improvement(name, lower, minDelta);
  }
}
