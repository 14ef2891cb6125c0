package org.espalier.nas.analysis.comparison.text;

import java.util.List;
import org.espalier.nas.analysis.comparison.ArmResult;
import org.espalier.nas.analysis.comparison.Estimate;
import org.espalier.nas.analysis.comparison.ProblemRecord;
import org.espalier.nas.analysis.markup.NumberFormat;
import org.espalier.nas.analysis.metric.DisplayMetric;

/**
 * The number format of scores of a problem in tables and figures: fractions as percentages, with
 * enough decimals to show differences between seeds.
 *
 * @param name metric in words
 * @param percent true if scores are fractions
 * @param decimals number of decimals
 */
public record ScoreFormat(String name, boolean percent, int decimals) {

  private static final int MOST_DECIMALS = 6;

  /** Returns the format for the results of a problem. */
  public static ScoreFormat of(ProblemRecord problem, List<ArmResult> results) {
    DisplayMetric metric = new DisplayMetric(problem.metric());
    boolean percent = metric.isFraction();
    double[] deviations =
        results.stream()
            .mapToDouble(ArmResult::deviation)
            .filter(deviation -> Double.isFinite(deviation) && deviation > 0)
            .sorted()
            .toArray();
    int fewest = percent ? 2 : 0;
    int usual = percent ? 2 : 4;
    int decimals = usual;
    if (deviations.length > 0) {
      double typical = deviations[deviations.length / 2] * (percent ? 100 : 1);
      decimals = (int) Math.ceil(1.5 - Math.log10(typical));
    }
    return new ScoreFormat(
        metric.label(), percent, Math.max(fewest, Math.min(MOST_DECIMALS, decimals)));
  }

  /** Returns the format for sums and small differences of about the size of {@code value}. */
  public ScoreFormat forValuesAround(double value) {
    double size = Math.abs(value) * factor();
    if (!Double.isFinite(size) || size == 0) {
      return this;
    }
    int places = (int) Math.ceil((size < 1 ? 2 : 3) - Math.log10(size));
    int wanted = size < 1 ? Math.max(decimals, Math.min(decimals + 2, places)) : places;
    return new ScoreFormat(
        name, percent, Math.max(0, Math.min(wanted, size < 1 ? wanted : decimals)));
  }

  /** Returns the factor of formatted numbers: 100 for percentages, otherwise 1. */
  public double factor() {
    return percent ? 100 : 1;
  }

  /** Returns the name with the unit. */
  public String title() {
    return percent ? name + " (%)" : name;
  }

  /** Returns the unit of differences after a space; empty if there is none. */
  public String points() {
    return percent ? " points" : "";
  }

  /** Returns a score without unit. */
  public String score(double value) {
    return Double.isFinite(value) ? NumberFormat.fixed(value * factor(), decimals) : "\u2013";
  }

  /** Returns a score with unit. */
  public String full(double value) {
    return score(value) + (percent && Double.isFinite(value) ? "\u00a0%" : "");
  }

  /** Returns an interval of scores without unit. */
  public String interval(Estimate estimate) {
    return score(estimate.low()) + " to " + score(estimate.high());
  }

  /** Returns a difference of scores with its sign. */
  public String difference(double value) {
    String text = score(value);
    boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return value > 0 && !zero ? '+' + text : text;
  }

  /** Returns an interval of differences. */
  public String differences(Estimate estimate) {
    return difference(estimate.low()) + " to " + difference(estimate.high());
  }

  /** Returns a p-value. */
  public static String probability(double p) {
    if (!Double.isFinite(p)) {
      return "\u2013";
    }
    return p < 0.0001 ? "<\u00a00.0001" : NumberFormat.fixed(p, 4);
  }
}
