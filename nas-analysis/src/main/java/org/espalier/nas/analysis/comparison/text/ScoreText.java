package org.espalier.nas.analysis.comparison.text;

import java.util.stream.DoubleStream;
import org.espalier.nas.analysis.comparison.Estimate;
import org.espalier.nas.analysis.comparison.ProblemRecord;
import org.espalier.nas.analysis.markup.NumberFormat;
import org.espalier.nas.analysis.metric.DisplayMetric;

/**
 * Scores of a problem and their differences in sentences: fractions as percentages and percentage
 * points, minimized metrics with their own sign.
 */
final class ScoreText {

  private static final String MINUS = "minus ";
  private static final char NO_BREAK = '\u00A0';
  private static final int MOST_DECIMALS = 6;
  private static final int MOST_MORE = 2;
  private static final double UNITS = 5;

  private final DisplayMetric metric;
  private final boolean negated;
  private final double factor;

  ScoreText(ProblemRecord problem) {
    negated = problem.metric().startsWith(MINUS);
    metric =
        new DisplayMetric(negated ? problem.metric().substring(MINUS.length()) : problem.metric());
    factor = metric.isFraction() ? 100 : 1;
  }

  /** Returns the metric in words. */
  String metric() {
    return metric.label();
  }

  /** Returns {@code highest}, or {@code lowest} for a minimized metric. */
  String best() {
    return negated ? "lowest" : "highest";
  }

  /** Returns {@code lowest}, or {@code highest} for a minimized metric. */
  String worst() {
    return negated ? "highest" : "lowest";
  }

  /** Returns a score without interval: {@code 84.21 %}. */
  String score(double score) {
    return number(signed(score), metric.isFraction() ? 2 : significant(score, 4)) + percent();
  }

  /** Returns a score with the precision of its interval: {@code 80.3 %}. */
  String score(Estimate score) {
    return number(signed(score.value()), decimals(score)) + percent();
  }

  /** Returns the interval of a score: {@code 80.1 to 80.5 %}. */
  String interval(Estimate score) {
    int decimals = decimals(score);
    double low = signed(negated ? score.high() : score.low());
    double high = signed(negated ? score.low() : score.high());
    return number(low, decimals) + " to " + number(high, decimals) + percent();
  }

  /** Returns a difference, larger is better: {@code 0.6 points}. */
  String difference(Estimate difference) {
    return number(factor * difference.value(), decimals(difference)) + points();
  }

  /** Returns the interval of a difference without unit, larger is better: {@code 0.4 to 0.9}. */
  String range(Estimate difference) {
    int decimals = decimals(difference);
    return number(factor * difference.low(), decimals)
        + " to "
        + number(factor * difference.high(), decimals);
  }

  /** Returns a standard deviation: {@code 1.2 points}. */
  String size(double size) {
    return number(factor * size, significant(factor * size, 2)) + points();
  }

  /** Returns the unit of differences after a space; empty if there is none. */
  String points() {
    return metric.isFraction() ? " points" : "";
  }

  private String percent() {
    return metric.isFraction() ? NO_BREAK + "%" : "";
  }

  private double signed(double score) {
    return (negated ? -factor : factor) * score;
  }

  private static String number(double value, int decimals) {
    return decimals > MOST_DECIMALS
        ? NumberFormat.significant(value)
        : NumberFormat.fixed(value, decimals);
  }

  /** Returns enough decimals for the interval, and for small numbers to differ from zero. */
  private int decimals(Estimate estimate) {
    double width = factor * (estimate.high() - estimate.low());
    if (width == 0) {
      return metric.isFraction() ? 2 : significant(estimate.value(), 4);
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
