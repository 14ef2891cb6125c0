package org.espalier.nas.dashboard.live;

import java.util.concurrent.TimeUnit;

/** Pace of looks at a store, which all who look share. One thread at a time uses it. */
final class LookPace {

  /**
   * Pause after a look in units of its duration, so that a slow store is not asked all the time.
   */
  private static final int PAUSES = 1;

  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(3);

  private final long pauseNanos;
  private boolean looked;
  private long begin;
  private long next;

  /**
   * Creates a pace.
   *
   * @param pauseMillis pause between two looks
   */
  LookPace(long pauseMillis) {
    this.pauseNanos = TimeUnit.MILLISECONDS.toNanos(pauseMillis);
  }

  /**
   * Returns true if a look is necessary.
   *
   * @param recent true if the last look will do when it was not long ago; false if it must have
   *     begun after somebody asked
   * @param asked time of the question
   */
  boolean isDue(boolean recent, long asked) {
    boolean answers = looked && (begin - asked >= 0 || (recent && asked - next < 0));
    return !answers;
  }

  /** Begins a look; returns the time. */
  long begin() {
    begin = System.nanoTime();
    return begin;
  }

  /** Ends a look. The first one reads most, so that the next ones will be shorter. */
  void end() {
    long end = System.nanoTime();
    long pause = looked ? Math.min(LONGEST_NANOS, PAUSES * (end - begin)) : 0;
    next = end + Math.max(pauseNanos, pause);
    looked = true;
  }
}
