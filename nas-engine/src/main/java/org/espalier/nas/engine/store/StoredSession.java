package org.espalier.nas.engine.store;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One process's work on a study.
 *
 * @param number counted from 1
 * @param startedAt when it began
 * @param endedAt when it ended, or null if it is running or was killed
 * @param ending why it ended, or null
 */
public record StoredSession(
    int number, Instant startedAt, @Nullable Instant endedAt, @Nullable String ending) {

  /** Checks that the start is there. */
  public StoredSession {
    Objects.requireNonNull(startedAt);
  }
}
