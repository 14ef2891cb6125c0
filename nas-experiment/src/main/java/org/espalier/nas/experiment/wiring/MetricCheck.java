package org.espalier.nas.experiment.wiring;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.evaluation.MetricSettings;
import org.espalier.nas.api.plugin.Spelling;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.file.Place;
import org.jspecify.annotations.Nullable;

/**
 * A check, before the first trial, that the metrics which settings name are measured.
 *
 * @param evaluator type of the evaluator
 * @param measured names of the measured metrics; empty if the evaluator does not state them
 * @param spreads true if the spread of each metric over folds is measured, too
 */
public record MetricCheck(String evaluator, Set<String> measured, boolean spreads) {

  /** Copies the names. */
  public MetricCheck {
    measured = Set.copyOf(measured);
  }

  /**
   * Returns the check of an experiment.
   *
   * @param task task of its data; null if they have not been read
   * @param folds true if its data have or may have folds
   */
  public static MetricCheck of(LocatedExperiment located, @Nullable Task task, boolean folds) {
    EvaluatorSettings settings = located.experiment().evaluatorSettings();
    Task known = task == null ? settings.datasetInfo().map(DatasetInfo::task).orElse(null) : task;
    return new MetricCheck(located.experiment().evaluator().type(), settings.metrics(known), folds);
  }

  /** Checks the settings of all components. */
  void run(
      LocatedExperiment located, ExperimentComponents parts, BiConsumer<Place, String> problems) {
    for (BoundComponent<?> part : parts.single()) {
      if (part.config() instanceof MetricSettings settings) {
        String key = part.registered().kind().key();
        settings
            .requiredMetrics()
            .forEach((path, names) -> check(located, key + "." + path, names, problems));
      }
    }
  }

  private void check(
      LocatedExperiment located,
      String setting,
      List<String> names,
      BiConsumer<Place, String> problems) {
    String message = problem(setting, names);
    if (!message.isEmpty()) {
      problems.accept(located.place(setting), message);
    }
  }

  /**
   * Returns the error in a setting that names metrics, for display; empty if there is none.
   *
   * @param setting path of the setting
   * @param names metrics of which one must be measured
   */
  public String problem(String setting, List<String> names) {
    if (measured.isEmpty() || names.stream().anyMatch(this::measures)) {
      return "";
    }
    String all = String.join(", ", new TreeSet<>(measured));
    return names.size() == 1
        ? "%s (%s) is not measured; the evaluator %s measures %s.%s"
            .formatted(
                setting, names.get(0), evaluator, all, Spelling.suggestion(names.get(0), measured))
        : "%s needs %s, but the evaluator %s measures %s; set it to one of these."
            .formatted(setting, String.join(" or ", names), evaluator, all);
  }

  private boolean measures(String name) {
    return measured.contains(name)
        || (spreads
            && name.endsWith(Measurement.SPREAD)
            && measured.contains(name.substring(0, name.length() - Measurement.SPREAD.length())));
  }

  /** Returns the check of metrics that are also measured on the test part. */
  public MetricCheck withTestPart() {
    Set<String> all = new TreeSet<>(measured);
    for (String name : measured) {
      if (name.startsWith("validation.")) {
        all.add("test." + name.substring("validation.".length()));
      }
    }
    return new MetricCheck(evaluator, all, spreads);
  }
}
