package org.espalier.nas.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.StoredSession;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StoredTrial;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.experiment.run.RunStatus;
import org.jspecify.annotations.Nullable;

/** Studies and trials as trees of maps, lists and single values, for JSON. */
final class StudyTrees {

  private final StudyLibrary library;

  StudyTrees(StudyLibrary library) {
    this.library = library;
  }

  /** Returns all studies, the newest first. */
  List<Map<String, Object>> list() {
    List<Map<String, Object>> list = new ArrayList<>();
    for (StudyLibrary.Entry entry : library.entries()) {
      list.add(0, line(entry));
    }
    return list;
  }

  private Map<String, Object> line(StudyLibrary.Entry entry) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("study", entry.name());
    try {
      line.putAll(head(library.repository().read(entry.key())));
    } catch (NasException unreadable) {
      line.put("status", "unreadable");
      line.put("reason", String.valueOf(unreadable.getMessage()));
    }
    return line;
  }

  /** Returns the head of a study: its name, status, counts and best reward. */
  private Map<String, Object> head(StoredStudy study) {
    StudyRepository studies = library.repository();
    List<TrialResult> results = study.results();
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("name", study.description().name());
    head.put("seed", study.description().seed());
    head.put("begun", study.description().createdAt().toString());
    head.put("status", RunStatus.of(study, studies).text());
    studies.holder(study.key()).ifPresent(holder -> head.put("holder", holder));
    head.put("trials", study.trials().size());
    head.put("finished", results.size());
    head.put("failed", results.stream().filter(result -> !result.succeeded()).count());
    results.stream()
        .flatMapToDouble(result -> result.reward().stream())
        .max()
        .ifPresent(best -> head.put("best", best));
    head.put("seconds", seconds(study));
    return head;
  }

  /** Returns the time that a study has been running, in all its sessions. */
  private static double seconds(StoredStudy study) {
    Duration sum = Duration.ZERO;
    for (StoredSession session : study.sessions()) {
      Instant end = session.endedAt() == null ? lastEvent(study, session) : session.endedAt();
      sum = sum.plus(Duration.between(session.startedAt(), end));
    }
    return sum.toMillis() / 1000.0;
  }

  /** The end of a session whose process was killed is not known. */
  private static Instant lastEvent(StoredStudy study, StoredSession session) {
    return study.trials().stream()
        .flatMap(trial -> Optional.ofNullable(trial.finishedAt()).stream())
        .filter(session.startedAt()::isBefore)
        .max(Instant::compareTo)
        .orElse(session.startedAt());
  }

  /**
   * Returns a study with its trials.
   *
   * @return empty if the library has no study of that name
   * @throws NasException if it cannot be read
   */
  Optional<Map<String, Object>> study(String name) {
    return stored(name)
        .map(
            study -> {
              Map<String, Object> tree = new LinkedHashMap<>();
              tree.put("study", name);
              tree.putAll(head(study));
              tree.put(
                  "objectives",
                  study.description().objectives().stream().map(StudyTrees::objective).toList());
              tree.put("list", study.trials().stream().map(StudyTrees::row).toList());
              tree.put("diagnostics", study.diagnostics());
              tree.put("provenance", study.description().provenance());
              tree.put("yaml", study.description().yaml());
              return tree;
            });
  }

  private Optional<StoredStudy> stored(String name) {
    return library.entries().stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .map(entry -> library.repository().read(entry.key()));
  }

  private static Map<String, Object> objective(Objective objective) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", objective.name());
    tree.put("direction", objective.direction().name().toLowerCase(Locale.ROOT));
    tree.put("unit", objective.unit());
    return tree;
  }

  private static Map<String, Object> row(StoredTrial stored) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("number", stored.trial().number());
    row.put("state", state(stored));
    row.put("architecture", stored.trial().proposal().architecture().summary());
    stored
        .result()
        .ifPresent(
            result -> {
              result.reward().ifPresent(reward -> row.put("reward", reward));
              if (!result.objectives().isEmpty()) {
                row.put("objectives", result.objectives());
              }
            });
    put(row, "predicted", stored.trial().proposal().predicted());
    put(row, "continues", stored.trial().proposal().continuedTrial());
    List<Measurement> measured = stored.measurements();
    row.put("epochs", measured.isEmpty() ? 0 : measured.get(measured.size() - 1).step());
    row.put("attempts", stored.attempts());
    put(row, "started", millis(stored.startedAt()));
    put(row, "ended", millis(stored.finishedAt()));
    return row;
  }

  private static void put(Map<String, Object> row, String name, @Nullable Object value) {
    if (value != null) {
      row.put(name, value);
    }
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }

  private static String state(StoredTrial stored) {
    TrialResult result = stored.finished();
    if (result == null) {
      return stored.startedAt() == null ? "waiting" : "running";
    }
    if (result.outcome() instanceof Outcome.Failed failed) {
      return failed.cause() == FailureCause.INFEASIBLE ? "infeasible" : "failed";
    }
    return result.outcome() instanceof Outcome.Stopped ? "stopped" : "completed";
  }

  /**
   * Returns a trial with its decisions, its metrics after each epoch, and its failure.
   *
   * @return empty if there is no such study or trial
   */
  Optional<Map<String, Object>> trial(String name, int number) {
    return stored(name)
        .filter(study -> number >= 1 && number <= study.trials().size())
        .map(study -> trial(study.trials().get(number - 1)));
  }

  private static Map<String, Object> trial(StoredTrial stored) {
    Map<String, Object> tree = row(stored);
    Map<String, Object> decisions = new LinkedHashMap<>();
    for (Choice choice : stored.trial().proposal().architecture().choices()) {
      decisions.put(choice.decision(), choice.text());
    }
    tree.put("decisions", decisions);
    tree.put("seed", Long.toString(stored.trial().seed()));
    List<Map<String, Object>> curve = new ArrayList<>();
    for (Measurement measurement : stored.measurements()) {
      Map<String, Object> point = new LinkedHashMap<>();
      point.put("step", measurement.step());
      measurement
          .metrics()
          .forEach((metric, value) -> point.put(metric, Double.isFinite(value) ? value : null));
      curve.add(point);
    }
    tree.put("curve", curve);
    stored
        .result()
        .ifPresent(
            result -> {
              tree.put("facts", result.outcome().account().figures());
              if (result.outcome() instanceof Outcome.Failed failed) {
                tree.put("cause", failed.cause().name());
                tree.put("message", failed.message());
                put(tree, "trace", failed.trace());
              } else if (result.outcome() instanceof Outcome.Stopped stopped) {
                tree.put("message", stopped.reason());
              }
            });
    return tree;
  }

  /** Returns a text that changes whenever what the page shows of a study does. */
  Optional<String> version(String name) {
    return stored(name)
        .map(
            study -> {
              long measured =
                  study.trials().stream().mapToLong(trial -> trial.measurements().size()).sum();
              long started = study.trials().stream().mapToLong(StoredTrial::attempts).sum();
              return "%s-%d-%d-%d-%d-%d"
                  .formatted(
                      RunStatus.of(study, library.repository()).text(),
                      study.sessions().size(),
                      study.trials().size(),
                      started,
                      study.results().size(),
                      measured);
            });
  }
}
