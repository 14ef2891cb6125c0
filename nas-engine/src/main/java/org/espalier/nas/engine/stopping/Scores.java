package org.espalier.nas.engine.stopping;

import java.util.Locale;
import org.espalier.nas.engine.metric.Goal;

/**
 * Conversion of scores to text: values of the metric.
 *
 * @param metric the metric's name
 * @param goal direction of improvement of the metric
 */
record Scores(String metric, Goal goal) {

  /** Formats a score with four decimals. */
  String text(double score) {
    return String.format(Locale.ROOT, "%.4f", goal.score(metric, score) + 0.0);
  }

  /** Returns the direction of worse values: below or above. */
  String worse() {
    return goal.minimizes(metric) ? "above" : "below";
  }
}
