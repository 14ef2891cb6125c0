package org.espalier.nas.analysis.comparison;

import java.util.stream.DoubleStream;
import org.espalier.nas.analysis.markup.Figures;
import org.espalier.nas.analysis.run.Objective;

/**
 * How scores of a problem are written, and differences between them: shares in percent and points,
 * what less is better of with its own sign.
 */
final class ScoreText {

  private static final String MINUS = "minus ";
  private static final char NO_BREAK = '\u00A0';
  private static final int MOST_DECIMALS = 6;
  private static final int MOST_MORE = 2;
  private static final double UNITS = 5;

  private final Objective objective;
  private final boolean negated;
  private final double factor;

  ScoreText(ProblemRecord problem) {
    negated = problem.metric().startsWith(MINUS);
    String metric = negated ? problem.metric().substring(MINUS.length()) : problem.metric();
    objective = new Objective("", metric, "");
    factor = objective.isShare() ? 100 : 1;
  }

  /** The metric in words. */
  String metric() {
    return objective.metricName();
  }

  /** What the best score is in the metric: the highest, or the lowest. */
  String best() {
    return negated ? "lowest" : "highest";
  }

  /** What the worst score is in the metric. */
  String worst() {
    return negated ? "highest" : "lowest";
  }

  /** A score without an interval: {@code 84.21 %}. */
  String score(double score) {
    return number(signed(score), objective.isShare() ? 2 : significant(score, 4)) + percent();
  }

  /** A score as exact as its interval allows: {@code 80.3 %}. */
  String score(Estimate score) {
    return number(signed(score.value()), decimals(score)) + percent();
  }

  /** The interval of a score: {@code 80.1 to 80.5 %}. */
  String interval(Estimate score) {
    int decimals = decimals(score);
    double low = signed(negated ? score.high() : score.low());
    double high = signed(negated ? score.low() : score.high());
    return number(low, decimals) + " to " + number(high, decimals) + percent();
  }

  /** A difference, more being better: {@code 0.6}. */
  String difference(Estimate difference) {
    return number(factor * difference.value(), decimals(difference));
  }

  /** The interval of a difference, more being better: {@code 0.4 to 0.9 points}. */
  String range(Estimate difference) {
    int decimals = decimals(difference);
    return number(factor * difference.low(), decimals)
        + " to "
        + number(factor * difference.high(), decimals)
        + points();
  }

  /** The size of a deviation: {@code 1.2 points}. */
  String size(double size) {
    return number(factor * size, significant(factor * size, 2)) + points();
  }

  private String points() {
    return objective.isShare() ? " points" : "";
  }

  private String percent() {
    return objective.isShare() ? NO_BREAK + "%" : "";
  }

  private double signed(double score) {
    return (negated ? -factor : factor) * score;
  }

  private static String number(double value, int decimals) {
    return decimals > MOST_DECIMALS ? Figures.significant(value) : Figures.fixed(value, decimals);
  }

  /** So many that the interval is a few units wide and no number but zero looks like zero. */
  private int decimals(Estimate estimate) {
    double width = factor * (estimate.high() - estimate.low());
    if (width == 0) {
      return objective.isShare() ? 2 : significant(estimate.value(), 4);
    }
    int decimals = Math.max(0, (int) Math.ceil(Math.log10(UNITS / width)));
    double smallest =
        factor
            * DoubleStream.of(estimate.low(), estimate.value(), estimate.high())
                .map(Math::abs)
                .filter(size -> size > 0)
                .min()
                .orElse(1);
    return Math.max(decimals, Math.min(significant(smallest, 1), decimals + MOST_MORE));
  }

  private static int significant(double size, int digits) {
    return size == 0 ? 0 : Math.max(0, digits - 1 - (int) Math.floor(Math.log10(Math.abs(size))));
  }
}
