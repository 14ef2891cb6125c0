package org.espalier.nas.api.objective;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * A value of an objective, and further facts about it.
 *
 * @param value the value, in the objective's unit
 * @param facts further numbers to store with the trial, such as the spread of a measurement, by
 *     names that begin with the objective's: {@code latency.spread}
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record ObjectiveValue(double value, Map<String, Double> facts) {

  /** Copies the facts in the order of their names. */
  public ObjectiveValue {
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
  }

  /** Returns a value without further facts. */
  public static ObjectiveValue of(double value) {
    return new ObjectiveValue(value, Map.of());
  }
}
