package org.espalier.nas.analysis.run;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Where the time of a run went.
 *
 * @param elapsed from the start to the end, pauses between interruption and resumption left out
 * @param phases summed over all workers, by phase, in the order in which they are to be shown
 */
public record RunTimes(Duration elapsed, Map<String, Duration> phases) {

  /** Checks and copies. */
  public RunTimes {
    Objects.requireNonNull(elapsed);
    phases = Collections.unmodifiableMap(new LinkedHashMap<>(phases));
  }

  /** No time at all. */
  public static RunTimes none() {
    return new RunTimes(Duration.ZERO, Map.of());
  }
}
