package org.espalier.nas.engine.study;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.AskEntry;
import org.espalier.nas.engine.store.StudyJournal;

/**
 * Writer of asks into the journal, together with the commands of people that they depend on and the
 * results that they reuse.
 */
final class AskWriter {

  /**
   * Asks that are stored.
   *
   * @param trials their trials
   * @param reused the results of those that need no evaluation
   */
  record Stored(List<Trial> trials, List<TrialResult> reused) {}

  private final StudyJournal journal;
  private final InstantSource clock;
  private final SessionTimer times;
  private final Steering steering;
  private final AskBatch asks = new AskBatch();

  AskWriter(StudyJournal journal, InstantSource clock, SessionTimer times, Steering steering) {
    this.journal = journal;
    this.clock = clock;
    this.times = times;
    this.steering = steering;
  }

  /** Returns the asks that are not stored yet. */
  AskBatch waiting() {
    return asks;
  }

  /**
   * Stores the waiting asks and commands.
   *
   * @param reuse returns the result of a trial that needs no evaluation
   * @return empty if there was no ask
   */
  Optional<Stored> write(Function<Trial, Optional<TrialResult>> reuse) {
    if (asks.isEmpty()) {
      if (steering.isUnstored()) {
        times.store(() -> journal.batch(() -> steering.store(journal)));
        steering.stored();
      }
      return Optional.empty();
    }
    AskEntry entry = asks.take(clock.instant());
    List<TrialResult> reused =
        entry.trials().stream().map(reuse).flatMap(Optional::stream).toList();
    times.store(() -> journal.batch(() -> store(entry, reused)));
    steering.stored();
    return Optional.of(new Stored(entry.trials(), reused));
  }

  private void store(AskEntry entry, List<TrialResult> reused) {
    steering.store(journal);
    journal.asked(entry);
    reused.forEach(result -> journal.finished(result, clock.instant()));
  }

  /** Stores what waits when the study ends with an error. */
  void keep(Throwable cause) {
    try {
      Optional<Stored> unused = write(trial -> Optional.empty());
    } catch (RuntimeException alsoFailed) {
      cause.addSuppressed(alsoFailed);
    }
  }
}
