package org.espalier.nas.analysis.metric;

import java.util.List;
import java.util.stream.IntStream;
import org.espalier.nas.analysis.markup.NumberFormat;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.trial.TrialResult;

/**
 * Names and values of an objective as text.
 *
 * @param objective the objective
 * @param whole true if all values are integers, such as a number of parameters
 */
public record ObjectiveText(Objective objective, boolean whole) {
  private static final double MOST_WHOLE = 1e15;
  private static final double ROUNDING = 1e-12;

  /** Returns the texts of objectives by the values of trials. */
  public static List<ObjectiveText> of(List<Objective> objectives, List<TrialResult> results) {
    return IntStream.range(0, objectives.size())
        .mapToObj(i -> new ObjectiveText(objectives.get(i), whole(objectives.get(i), i, results)))
        .toList();
  }

  private static boolean whole(Objective objective, int index, List<TrialResult> results) {
    return !isFraction(objective)
        && results.stream()
            .filter(result -> index < result.objectives().size())
            .mapToDouble(result -> result.objectives().get(index))
            .allMatch(ObjectiveText::isWhole);
  }

  /** Products of integers and factors, such as millions of FLOPs, are off by rounding errors. */
  private static boolean isWhole(double value) {
    double size = Math.abs(value);
    return Math.abs(value - Math.rint(value)) <= ROUNDING * Math.max(1, size) && size < MOST_WHOLE;
  }

  private static boolean isFraction(Objective objective) {
    return objective.unit().isEmpty() && new DisplayMetric(objective.name()).isFraction();
  }

  /** Returns true if values are fractions, to be shown as percentages. */
  public boolean isFraction() {
    return isFraction(objective);
  }

  /** Returns the name in words: {@code validation accuracy}. */
  public String name() {
    return new DisplayMetric(objective.name()).label();
  }

  /** Returns the name with the unit: {@code validation accuracy (%)}, {@code latency (ms)}. */
  public String title() {
    String unit = isFraction() ? "%" : objective.unit();
    return unit.isEmpty() ? name() : name() + " (" + unit + ")";
  }

  /** Returns the name with unit and direction: {@code latency (ms), lower is better}. */
  public String axisTitle() {
    return title()
        + switch (objective.direction()) {
          case MAXIMIZE -> ", higher is better";
          case MINIMIZE -> ", lower is better";
        };
  }

  /** Returns the best value in words: {@code lowest latency}. */
  public String extreme() {
    return (objective.direction() == Direction.MAXIMIZE ? "highest " : "lowest ") + name();
  }

  /** Returns a value without its unit, but with a percent sign. */
  public String number(double value) {
    if (isFraction()) {
      return NumberFormat.percent(value, 2);
    }
    return whole ? NumberFormat.whole(value) : NumberFormat.significant(value);
  }

  /** Returns a value with its unit. */
  public String of(double value) {
    String unit = objective.unit();
    return unit.isEmpty() ? number(value) : number(value) + "\u00A0" + unit;
  }
}
