package org.espalier.nas.tf.training;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.espalier.nas.api.trial.Phase;

/** A clock of the wall-clock time by phase; exactly one phase runs at any time. */
final class PhaseClock {
  private final Map<Phase, Long> nanoseconds = new EnumMap<>(Phase.class);
  private Phase phase = Phase.OTHER;
  private long since = System.nanoTime();

  /** Ends the running phase and begins another one. */
  void enter(Phase next) {
    long now = System.nanoTime();
    nanoseconds.merge(phase, now - since, Long::sum);
    since = now;
    phase = next;
  }

  /** Returns the times so far. */
  Map<Phase, Duration> times() {
    enter(phase);
    Map<Phase, Duration> times = new EnumMap<>(Phase.class);
    nanoseconds.forEach((each, spent) -> times.put(each, Duration.ofNanos(spent)));
    return times;
  }
}
