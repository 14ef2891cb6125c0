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
  private static final double SCIENTIFIC_FROM = 1e9;

  /** Returns the value of the metric of a score as text. */
  String text(double score) {
    return number(goal.score(metric, score) + 0.0);
  }

  /** Returns a value with four decimals, or in scientific notation if it is too large for these. */
  static String number(double value) {
    boolean large = Double.isFinite(value) && Math.abs(value) >= SCIENTIFIC_FROM;
    return String.format(Locale.ROOT, large ? "%.4e" : "%.4f", value);
  }

  /** Returns the direction of worse values: below or above. */
  String worse() {
    return goal.minimizes(metric) ? "above" : "below";
  }
}
