package org.espalier.nas.analysis.comparison.figure;

import java.util.List;
import org.espalier.nas.analysis.chart.Axis;
import org.espalier.nas.analysis.comparison.ArmResult;
import org.espalier.nas.analysis.comparison.Estimate;
import org.espalier.nas.analysis.comparison.ProblemRecord;
import org.espalier.nas.analysis.markup.Figures;
import org.espalier.nas.analysis.run.Objective;

/**
 * How the scores of a problem are written: shares in percent, all with so many decimals that what
 * differs between seeds is seen.
 *
 * @param name the metric in words
 * @param percent whether scores are shares
 * @param decimals of a score as it is written
 */
public record ScoreFormat(String name, boolean percent, int decimals) {

  private static final int MOST_DECIMALS = 6;

  /** Chooses for a problem. */
  public static ScoreFormat of(ProblemRecord problem, List<ArmResult> results) {
    Objective objective = new Objective("", problem.metric(), "");
    boolean percent = objective.isShare();
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
        objective.metricName(), percent, Math.max(fewest, Math.min(MOST_DECIMALS, decimals)));
  }

  /** The same for sums and small differences: three or four digits of numbers as large as this. */
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

  /** What a number of this metric is multiplied with to be written. */
  public double factor() {
    return percent ? 100 : 1;
  }

  /** Its name with its unit. */
  public String title() {
    return percent ? name + " (%)" : name;
  }

  /** What differences of it are in, with a space before, or nothing. */
  public String points() {
    return percent ? " points" : "";
  }

  /** How an axis writes it. */
  public Axis.Unit unit() {
    return percent ? Axis.Unit.PERCENT : Axis.Unit.NUMBER;
  }

  /** A score without its unit. */
  public String score(double value) {
    return Double.isFinite(value) ? Figures.fixed(value * factor(), decimals) : "\u2013";
  }

  /** A score with its unit. */
  public String full(double value) {
    return score(value) + (percent && Double.isFinite(value) ? "\u00a0%" : "");
  }

  /** An interval of scores without their unit. */
  public String interval(Estimate estimate) {
    return score(estimate.low()) + " to " + score(estimate.high());
  }

  /** A difference of scores with its sign. */
  public String difference(double value) {
    String text = score(value);
    boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return value > 0 && !zero ? '+' + text : text;
  }

  /** An interval of differences. */
  public String differences(Estimate estimate) {
    return difference(estimate.low()) + " to " + difference(estimate.high());
  }

  /** A probability of a test. */
  public static String probability(double p) {
    if (!Double.isFinite(p)) {
      return "\u2013";
    }
    return p < 0.0001 ? "<\u00a00.0001" : Figures.fixed(p, 4);
  }
}
