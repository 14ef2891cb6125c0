package org.espalier.nas.dashboard.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.experiment.run.RunStatus;

/** The metrics of studies. Each has the labels {@code study} and {@code name}. */
final class StudyMetrics {

  private final MetricFamily status =
      MetricFamily.gauge("espalier_study_status", "1 for the status that the study has, else 0.");
  private final MetricFamily running =
      MetricFamily.gauge("espalier_study_running", "1 if a process works on the study, else 0.");
  private final MetricFamily trials =
      MetricFamily.gauge("espalier_study_trials", "Trials by their state.");
  private final MetricFamily failures =
      MetricFamily.counter(
          "espalier_study_trial_failures_total",
          "Failed trials by their cause, without infeasible ones.");
  private final MetricFamily epochs =
      MetricFamily.counter("espalier_study_epochs_total", "Epochs that finished trials trained.");
  private final MetricFamily seconds =
      MetricFamily.counter(
          "espalier_study_phase_seconds_total",
          "Time of finished trials by phase, summed over the workers.");
  private final MetricFamily best =
      MetricFamily.gauge("espalier_study_best_reward", "Highest reward of a trial.");
  private final MetricFamily front =
      MetricFamily.gauge(
          "espalier_study_front_trials",
          "Trials that no other dominates, of several objectives; equal ones count once.");
  private final MetricFamily workers =
      MetricFamily.gauge("espalier_study_workers", "Workers of the experiment.");
  private final MetricFamily lastEvent =
      MetricFamily.gauge(
          "espalier_study_last_event_timestamp_seconds",
          "Time of the last event of a trial or session.");

  /** Adds a study. */
  void add(String study, StudyNumbers numbers) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("study", study);
    labels.put("name", numbers.name());
    for (RunStatus possible : RunStatus.values()) {
      status.add(with(labels, "status", possible.text()), numbers.status() == possible ? 1 : 0);
    }
    running.add(labels, numbers.status() == RunStatus.RUNNING ? 1 : 0);
    numbers.trials().forEach((state, count) -> trials.add(with(labels, "state", state), count));
    numbers
        .failures()
        .forEach(
            (cause, count) ->
                failures.add(with(labels, "cause", StudyNumbers.label(cause)), count));
    epochs.add(labels, numbers.epochs());
    numbers
        .seconds()
        .forEach(
            (phase, time) -> seconds.add(with(labels, "phase", StudyNumbers.label(phase)), time));
    if (numbers.best() != null) {
      best.add(labels, numbers.best());
    }
    if (numbers.front() != null) {
      front.add(labels, numbers.front());
    }
    if (numbers.workers() != null) {
      workers.add(labels, numbers.workers());
    }
    lastEvent.add(labels, numbers.lastEvent().toEpochMilli() / 1000.0);
  }

  private static Map<String, String> with(Map<String, String> labels, String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(labels);
    more.put(name, value);
    return more;
  }

  /** Returns the metrics. */
  List<MetricFamily> families() {
    return List.of(
        status, running, trials, failures, epochs, seconds, best, front, workers, lastEvent);
  }
}
