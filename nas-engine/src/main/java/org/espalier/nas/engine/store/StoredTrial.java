package org.espalier.nas.engine.store;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.jspecify.annotations.Nullable;

/**
 * A trial as it stands in the store.
 *
 * @param trial the trial
 * @param finished how it ended, or null while it is waiting or running
 * @param attempts how often a worker started it
 * @param askedAt when it was proposed
 * @param startedAt when a worker last started it, or null
 * @param finishedAt when it ended, or null
 */
public record StoredTrial(
    Trial trial,
    @Nullable TrialResult finished,
    int attempts,
    Instant askedAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt) {

  /** Checks that the trial is there. */
  public StoredTrial {
    Objects.requireNonNull(trial);
    Objects.requireNonNull(askedAt);
  }

  /** The result; empty while the trial is waiting or running. */
  public Optional<TrialResult> result() {
    return Optional.ofNullable(finished);
  }
}
