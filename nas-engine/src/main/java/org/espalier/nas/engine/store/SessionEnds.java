package org.espalier.nas.engine.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Ends of the sessions of a study. The end of a session whose process was killed is not stored: it
 * counts until the last event of a trial in it, and ends at its start if there was none.
 */
public final class SessionEnds {

  private SessionEnds() {}

  /** Source of the time of the last event of a trial. */
  @FunctionalInterface
  public interface LastEvent {

    /**
     * Returns the time of the last event in a period; null if there is none.
     *
     * @param begin begin of the period
     * @param end first moment after the period, or null if it has no end
     */
    @Nullable Instant in(Instant begin, @Nullable Instant end);
  }

  /**
   * Returns the ends of sessions.
   *
   * @param sessions the sessions of a study, in order
   * @param events source of events, asked for sessions without an end only
   * @return one end for each session; of a session that runs, the last event until now
   */
  public static List<Instant> of(List<StoredSession> sessions, LastEvent events) {
    List<Instant> ends = new ArrayList<>();
    for (int i = 0; i < sessions.size(); i++) {
      Instant begin = sessions.get(i).startedAt();
      Instant end = sessions.get(i).endedAt();
      if (end == null) {
        Instant next = i + 1 < sessions.size() ? sessions.get(i + 1).startedAt() : null;
        end = Objects.requireNonNullElse(events.in(begin, next), begin);
      }
      ends.add(end);
    }
    return ends;
  }

  /** Returns the ends of the sessions in which trials were evaluated. */
  public static List<Instant> of(List<StoredSession> sessions, Iterable<StoredTrial> trials) {
    return of(sessions, (begin, end) -> last(trials, begin, end));
  }

  private static @Nullable Instant last(
      Iterable<StoredTrial> trials, Instant begin, @Nullable Instant end) {
    Instant last = null;
    for (StoredTrial trial : trials) {
      for (Instant event : new Instant[] {trial.askedAt(), trial.startedAt(), trial.finishedAt()}) {
        if (event != null
            && !event.isBefore(last == null ? begin : last)
            && (end == null || event.isBefore(end))) {
          last = event;
        }
      }
    }
    return last;
  }
}
