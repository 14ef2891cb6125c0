package org.espalier.nas.api.trial;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * Everything about a trial apart from its metrics: its cost and facts, which the same seed gives
 * again, and times, which differ from run to run.
 *
 * @param cost the cost
 * @param facts further numbers by name, sorted: {@code parameters}, {@code flops}, {@code
 *     inherited.layers}, and those of evaluators of plugins
 * @param times wall-clock time by phase; never part of a comparison of ledgers
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Account(Cost cost, Map<String, Double> facts, Map<Phase, Duration> times) {

  /** Checks the names of the facts, and copies. */
  public Account {
    Objects.requireNonNull(cost);
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    Map<Phase, Duration> byPhase = new EnumMap<>(Phase.class);
    byPhase.putAll(times);
    times = Collections.unmodifiableMap(byPhase);
    for (String name : facts.keySet()) {
      if (Cost.NAMES.contains(name)) {
        throw new IllegalArgumentException(
            "facts must not have %s (%s), which is part of the cost; use Cost."
                .formatted(name, facts.get(name)));
      }
    }
  }

  /** Creates an account without a known cost. */
  public Account(Map<String, Double> facts, Map<Phase, Duration> times) {
    this(Cost.unknown(), facts, times);
  }

  /** Returns an account of nothing. */
  public static Account empty() {
    return of(Cost.unknown());
  }

  /** Returns an account of a cost alone. */
  public static Account of(Cost cost) {
    return new Account(cost, Map.of(), Map.of());
  }

  /** Returns the account of which {@link #figures} returned these. */
  public static Account ofFigures(Map<String, Double> figures, Map<Phase, Duration> times) {
    Map<String, Double> facts = new TreeMap<>(figures);
    facts.keySet().removeAll(Cost.NAMES);
    return new Account(Cost.ofFigures(figures), facts, times);
  }

  /**
   * Returns the facts and the known figures of the cost together, sorted by name, as ledgers,
   * stores and tables have them: {@code epochs}, {@code seconds}, {@code inherited.weights}, {@code
   * cached}.
   */
  public Map<String, Double> figures() {
    Map<String, Double> figures = cost.figures();
    figures.putAll(facts);
    return Collections.unmodifiableMap(figures);
  }
}
