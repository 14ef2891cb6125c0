package org.espalier.nas.analysis.importance;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The importances that {@link PedAnova} computes.
 *
 * @param values importance by the name of the decision, not negative, in descending order
 * @param trials number of trials with a finite loss
 * @param region number of them in the region
 * @param top number of them in the top quantile; 0 if there are fewer than two trials
 */
public record Importances(Map<String, Double> values, int trials, int region, int top) {

  /** Copies, keeping the order. */
  public Importances {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * Returns the share of each decision in the sum of all importances, in the same order; equal
   * shares if all importances are 0.
   */
  public Map<String, Double> shares() {
    double sum = values.values().stream().mapToDouble(Double::doubleValue).sum();
    Map<String, Double> shares = new LinkedHashMap<>();
    values.forEach(
        (decision, value) -> shares.put(decision, sum == 0 ? 1.0 / values.size() : value / sum));
    return Collections.unmodifiableMap(shares);
  }
}
