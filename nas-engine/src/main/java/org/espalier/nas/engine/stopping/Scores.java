package org.espalier.nas.engine.stopping;

import java.util.Locale;
import org.espalier.nas.engine.metric.Goal;

/**
 * Scores as a person reads them: values of the metric again.
 *
 * @param metric the metric's name
 * @param goal whether more of it is better
 */
record Scores(String metric, Goal goal) {

  /** With four digits after the point. */
  String text(double score) {
    return String.format(Locale.ROOT, "%.4f", goal.score(metric, score) + 0.0);
  }

  /** What is worse: below or above. */
  String worse() {
    return goal.minimizes(metric) ? "above" : "below";
  }
}
