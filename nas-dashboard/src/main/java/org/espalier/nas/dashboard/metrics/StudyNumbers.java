package org.espalier.nas.dashboard.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.StoredSession;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StoredTrial;
import org.espalier.nas.engine.store.StudyOutline;
import org.espalier.nas.experiment.file.ResolvedSettings;
import org.espalier.nas.experiment.run.RunStatus;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a study.
 *
 * @param name name of its experiment
 * @param trials numbers of trials by state; states without trials are there, too
 * @param failures numbers of failed trials by cause, without infeasible ones
 * @param seconds seconds that trials spent in each phase, summed over the workers
 * @param epochs epochs that trials trained
 * @param best highest reward, or null
 * @param front number of trials that no other dominates, of which equal ones count once, or null if
 *     there are not several objectives
 * @param workers number of workers of the experiment, or null if it is unknown
 * @param lastEvent time of the last event of a trial or session
 */
record StudyNumbers(
    String name,
    RunStatus status,
    Map<String, Integer> trials,
    Map<FailureCause, Integer> failures,
    Map<Phase, Double> seconds,
    double epochs,
    @Nullable Double best,
    @Nullable Integer front,
    @Nullable Integer workers,
    Instant lastEvent) {

  private static final String INFEASIBLE = "infeasible";

  /** Returns the numbers of a study. */
  static StudyNumbers of(StoredStudy study, RunStatus status) {
    Map<String, Integer> trials = new LinkedHashMap<>();
    Stream.of("waiting", "running", "completed", "stopped", "failed", INFEASIBLE)
        .forEach(state -> trials.put(state, 0));
    Map<FailureCause, Integer> failures = new EnumMap<>(FailureCause.class);
    Map<Phase, Double> seconds = new EnumMap<>(Phase.class);
    double epochs = 0;
    for (FailureCause cause : FailureCause.values()) {
      failures.put(cause, 0);
    }
    failures.remove(FailureCause.INFEASIBLE);
    for (Phase phase : Phase.values()) {
      seconds.put(phase, 0.0);
    }
    Instant begun = StudyOutline.begun(study.sessions());
    for (StoredTrial trial : study.trials()) {
      boolean running = status == RunStatus.RUNNING && trial.isStartedSince(begun);
      trials.merge(state(trial, running), 1, Integer::sum);
      TrialResult result = trial.finished();
      if (result != null) {
        result.outcome().account().times().forEach((phase, time) -> add(seconds, phase, time));
        epochs += epochs(trial);
        if (result.outcome() instanceof Outcome.Failed failed && !result.infeasible()) {
          failures.merge(failed.cause(), 1, Integer::sum);
        }
      }
    }
    return new StudyNumbers(
        study.description().name(),
        status,
        trials,
        failures,
        seconds,
        epochs,
        best(study),
        StudyOutline.of(study).front(),
        workers(study),
        lastEvent(study));
  }

  private static void add(Map<Phase, Double> seconds, Phase phase, Duration time) {
    seconds.merge(phase, time.toNanos() / 1e9, Double::sum);
  }

  private static double epochs(StoredTrial trial) {
    Long charged = trial.result().map(r -> r.outcome().account().cost().epochs()).orElse(null);
    return charged == null ? trial.measurements().size() : charged;
  }

  private static String state(StoredTrial trial, boolean running) {
    TrialResult result = trial.finished();
    if (result == null) {
      return running ? "running" : "waiting";
    }
    if (result.infeasible()) {
      return INFEASIBLE;
    }
    if (!result.succeeded()) {
      return "failed";
    }
    return result.outcome() instanceof Outcome.Stopped ? "stopped" : "completed";
  }

  private static @Nullable Double best(StoredStudy study) {
    return study.results().stream()
        .flatMapToDouble(result -> result.reward().stream())
        .boxed()
        .max(Double::compare)
        .orElse(null);
  }

  private static @Nullable Integer workers(StoredStudy study) {
    try {
      return ResolvedSettings.parse(study.description().yaml()).tree().get("workers")
              instanceof Integer workers
          ? workers
          : null;
    } catch (NasException unreadable) {
      return null;
    }
  }

  private static Instant lastEvent(StoredStudy study) {
    Stream<@Nullable Instant> trials =
        study.trials().stream()
            .flatMap(trial -> Stream.of(trial.askedAt(), trial.startedAt(), trial.finishedAt()));
    Stream<@Nullable Instant> sessions = study.sessions().stream().map(StoredSession::endedAt);
    return Stream.concat(trials, sessions)
        .flatMap(time -> Optional.ofNullable(time).stream())
        .max(Instant::compareTo)
        .orElse(study.description().createdAt());
  }

  /** Returns a constant as a value of a label. */
  static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
