package org.espalier.nas.engine.study;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Time limit of each trial. A trial that exceeds it ends there, even if its evaluator never
 * returns: the executor gives the evaluation up, and what it still does is ignored.
 */
final class TrialDeadlines implements AutoCloseable {

  private static final long PERIOD_MILLIS = 20;

  private final InstantSource clock;
  private final Expiry expiry;
  private final Map<StudyAttempts.Attempt, Instant> running = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /** Receiver of the attempts that exceed their time, each once. */
  @FunctionalInterface
  interface Expiry {
    void expired(StudyAttempts.Attempt attempt, Instant begun, Duration limit);
  }

  /**
   * Starts a thread that looks at the clock if there is a limit.
   *
   * @param limit maximum duration of a trial, or null
   */
  TrialDeadlines(InstantSource clock, @Nullable Duration limit, Expiry expiry) {
    this.clock = clock;
    this.expiry = expiry;
    if (limit != null) {
      Thread thread = new Thread(() -> watch(limit), "trial-deadlines");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Records that an attempt begins. */
  void begin(StudyAttempts.Attempt attempt) {
    running.put(attempt, clock.instant());
  }

  /** Records the end of an attempt; returns false if it came too late. */
  boolean end(StudyAttempts.Attempt attempt) {
    return running.remove(attempt) != null;
  }

  private void watch(Duration longest) {
    while (!closed) {
      Instant now = clock.instant();
      running.forEach(
          (attempt, begun) -> {
            if (now.isAfter(begun.plus(longest)) && end(attempt)) {
              expiry.expired(attempt, begun, longest);
            }
          });
      pause();
    }
  }

  private void pause() {
    try {
      Thread.sleep(PERIOD_MILLIS);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
