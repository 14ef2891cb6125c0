package org.espalier.nas.engine.store;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Period in which one process runs a study.
 *
 * @param number counted from 1
 * @param startedAt its start
 * @param endedAt its end, or null if the session is running or its process was killed
 * @param ending reason of the end, or null
 */
public record StoredSession(
    int number, Instant startedAt, @Nullable Instant endedAt, @Nullable String ending) {

  /** Ending of the session without any duration that gave the study a larger budget. */
  public static final String EXTENDED = "EXTENDED";

  /** Checks that the start is present. */
  public StoredSession {
    Objects.requireNonNull(startedAt);
  }
}
