package org.espalier.nas.engine.study;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.espalier.nas.engine.store.SessionEnds;
import org.espalier.nas.engine.store.StoredSession;
import org.espalier.nas.engine.store.StoredTrial;
import org.jspecify.annotations.Nullable;

/** Time limit of a study. */
final class WallClock {

  private final InstantSource clock;
  private final Instant begin;
  private @Nullable Instant deadline;

  /**
   * Starts the time.
   *
   * @param limit time that the study may take in all, or null
   * @param spent time that earlier sessions took
   */
  WallClock(InstantSource clock, @Nullable Duration limit, Duration spent) {
    this.clock = clock;
    this.begin = clock.instant().minus(spent);
    this.deadline = limit == null ? null : begin.plus(limit);
  }

  /** Sets another limit of the time that the study may take in all, or none. */
  void limit(@Nullable Duration limit) {
    deadline = limit == null ? null : begin.plus(limit);
  }

  boolean limited() {
    return deadline != null;
  }

  boolean over() {
    return deadline != null && !clock.instant().isBefore(deadline);
  }

  /** Returns the time that the sessions took; a killed one counts until its last entry. */
  static Duration spent(List<StoredSession> sessions, List<StoredTrial> trials) {
    List<Instant> ends = SessionEnds.of(sessions, trials);
    Duration spent = Duration.ZERO;
    for (int i = 0; i < ends.size(); i++) {
      spent = spent.plus(Duration.between(sessions.get(i).startedAt(), ends.get(i)));
    }
    return spent;
  }
}
