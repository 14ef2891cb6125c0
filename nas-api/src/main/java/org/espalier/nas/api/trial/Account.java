package org.espalier.nas.api.trial;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * The record of a trial apart from its metrics: reproducible facts, and times.
 *
 * @param facts numbers that the same seed reproduces, by name, sorted: {@code parameters}, {@code
 *     flops}, {@code epochs} (trained by this trial itself), {@code inherited.weights} (parameters
 *     that started from shared weights), {@code inherited.layers}, {@code seconds} (training time
 *     charged, if it is not measured but known, as from a table)
 * @param times wall-clock time by phase; never part of a comparison of ledgers
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Account(Map<String, Double> facts, Map<Phase, Duration> times) {

  /** Copies. */
  public Account {
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    Map<Phase, Duration> byPhase = new EnumMap<>(Phase.class);
    byPhase.putAll(times);
    times = Collections.unmodifiableMap(byPhase);
  }

  /** Returns an account without facts and times. */
  public static Account empty() {
    return new Account(Map.of(), Map.of());
  }
}
