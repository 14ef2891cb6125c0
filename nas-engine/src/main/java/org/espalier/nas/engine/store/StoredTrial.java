package org.espalier.nas.engine.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.jspecify.annotations.Nullable;

/**
 * Stored state of a trial.
 *
 * @param trial the trial
 * @param finished its result, or null while it is waiting or running
 * @param partial measurements that the current or last attempt reported; empty once the trial is
 *     finished
 * @param attempts number of times a worker started it
 * @param askedAt time of its proposal
 * @param startedAt time of its last start, or null
 * @param finishedAt time of its end, or null
 * @param worker name of the worker that started it last, or null if it is not known
 */
public record StoredTrial(
    Trial trial,
    @Nullable TrialResult finished,
    List<Measurement> partial,
    int attempts,
    Instant askedAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable String worker) {

  /** Checks that the trial is present, and copies. */
  public StoredTrial {
    Objects.requireNonNull(trial);
    Objects.requireNonNull(askedAt);
    partial = List.copyOf(partial);
  }

  /** Creates the state of a trial whose worker is not known. */
  public StoredTrial(
      Trial trial,
      @Nullable TrialResult finished,
      List<Measurement> partial,
      int attempts,
      Instant askedAt,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt) {
    this(trial, finished, partial, attempts, askedAt, startedAt, finishedAt, null);
  }

  /** The result; empty while the trial is waiting or running. */
  public Optional<TrialResult> result() {
    return Optional.ofNullable(finished);
  }

  /** Returns true if a worker started the trial at or after a time, and did not give it back. */
  public boolean isStartedSince(Instant time) {
    return attempts > 0 && startedAt != null && !startedAt.isBefore(time);
  }

  /** The measurements of the result, or those reported so far, in the order of their steps. */
  public List<Measurement> measurements() {
    return finished == null ? partial : finished.outcome().measurements();
  }
}
