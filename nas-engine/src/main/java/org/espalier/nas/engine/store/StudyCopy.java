package org.espalier.nas.engine.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.engine.store.StoreException.Kind;

/**
 * The copying of a study between repositories, with all that is needed to continue it.
 *
 * <p>A copy is complete or empty. One that was interrupted is completed by another call.
 */
public final class StudyCopy {
  private final StudyRepository source;
  private final String key;

  /**
   * Creates the copying of one study.
   *
   * @param source the study's repository
   * @param key the study's key there
   */
  public StudyCopy(StudyRepository source, String key) {
    this.source = source;
    this.key = key;
  }

  /**
   * Copies the study.
   *
   * @param target repository of the copy
   * @param targetKey the copy's key there
   * @return the number of trials copied
   * @throws StoreException if there is no such study, a process has it open, or the target has
   *     another study of this key
   */
  public int to(StudyRepository target, String targetKey) {
    // Open, so that no other process changes the study meanwhile.
    try (StudyJournal from = source.open(key)) {
      StoredStudy study = source.read(key);
      if (!isComplete(study, target, targetKey)) {
        try (StudyJournal to = journal(study, target, targetKey)) {
          to.batch(() -> write(study, from, to));
        }
      }
      source.requests(key).waiting().forEach(target.requests(targetKey)::send);
      return study.trials().size();
    }
  }

  private static boolean isComplete(StoredStudy study, StudyRepository target, String targetKey) {
    if (!target.list().contains(targetKey)) {
      return false;
    }
    StoredStudy present = target.read(targetKey);
    boolean same = present.description().equals(study.description());
    if (same && present.sessions().isEmpty() && present.trials().isEmpty()) {
      return study.sessions().isEmpty() && study.trials().isEmpty();
    }
    if (same
        && present.sessions().equals(study.sessions())
        && present.results().equals(study.results())) {
      return true;
    }
    throw new StoreException(
        Kind.EXISTS,
        targetKey,
        "Study %s exists already, and is not the copied one. Copy to another place."
            .formatted(targetKey));
  }

  private static StudyJournal journal(StoredStudy study, StudyRepository target, String targetKey) {
    return target.list().contains(targetKey)
        ? target.open(targetKey)
        : target.create(targetKey, study.description());
  }

  private static void write(StoredStudy study, StudyJournal from, StudyJournal to) {
    asks(study, from).forEach(to::asked);
    study.trials().forEach(trial -> write(trial, to));
    study.steering().forEach(to::steered);
    for (StoredSession session : study.sessions()) {
      int number = to.beginSession(session.startedAt());
      if (session.endedAt() != null && session.ending() != null) {
        to.endSession(number, session.endedAt(), session.ending(), new TreeMap<>());
      }
    }
  }

  /** Returns the entries of the trials; the last has all that belongs to the whole study. */
  private static List<AskEntry> asks(StoredStudy study, StudyJournal from) {
    List<AskEntry> entries = new ArrayList<>();
    List<StoredTrial> trials = study.trials();
    int first = 0;
    for (int i = 1; i <= trials.size(); i++) {
      Instant at = trials.get(first).askedAt();
      boolean last = i == trials.size();
      if (last || !trials.get(i).askedAt().equals(at)) {
        List<Trial> proposed = trials.subList(first, i).stream().map(StoredTrial::trial).toList();
        entries.add(
            last
                ? new AskEntry(
                    proposed, from.asks(), study.diagnostics(), from.snapshot().orElse(null), at)
                : new AskEntry(proposed, List.of(), new TreeMap<>(), null, at));
        first = i;
      }
    }
    return entries;
  }

  private static void write(StoredTrial trial, StudyJournal to) {
    int number = trial.trial().number();
    Instant startedAt = trial.startedAt();
    if (startedAt != null) {
      // The only attempt of a trial may have been taken back.
      for (int attempt = 0; attempt < Math.max(1, trial.attempts()); attempt++) {
        to.started(number, startedAt, Objects.requireNonNullElse(trial.worker(), ""));
      }
      if (trial.attempts() == 0) {
        to.abandoned(number);
      }
    }
    trial.partial().forEach(measurement -> to.measured(number, measurement));
    if (trial.finished() != null && trial.finishedAt() != null) {
      to.finished(trial.finished(), trial.finishedAt());
    }
  }
}
