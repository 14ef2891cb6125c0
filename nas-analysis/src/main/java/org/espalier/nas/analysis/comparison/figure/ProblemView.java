package org.espalier.nas.analysis.comparison.figure;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.analysis.chart.Axis;
import org.espalier.nas.analysis.comparison.ArmRecord;
import org.espalier.nas.analysis.comparison.ArmResult;
import org.espalier.nas.analysis.comparison.ComparisonResults;
import org.espalier.nas.analysis.comparison.PairResult;
import org.espalier.nas.analysis.comparison.ProblemRecord;
import org.espalier.nas.analysis.comparison.text.ScoreFormat;

/**
 * The results of one problem, prepared for figures and pages.
 *
 * @param index index of the problem, from 0
 * @param problem the problem
 * @param arms results of the arms, the best first
 * @param pairs results of the tested pairs
 * @param names names of all arms of the comparison, in the order of the file
 * @param text number format of scores
 * @param confidence confidence level of the intervals
 */
public record ProblemView(
    int index,
    ProblemRecord problem,
    List<ArmResult> arms,
    List<PairResult> pairs,
    List<String> names,
    ScoreFormat text,
    double confidence) {

  /** Checks and copies. */
  public ProblemView {
    arms = List.copyOf(arms);
    pairs = List.copyOf(pairs);
    names = List.copyOf(names);
  }

  /** Returns all problems, in the order of the file. */
  public static List<ProblemView> of(ComparisonResults results) {
    List<String> names = results.comparison().arms().stream().map(ArmRecord::name).toList();
    List<ProblemView> views = new ArrayList<>();
    for (ProblemRecord problem : results.comparison().problems()) {
      List<ArmResult> arms = results.armsOn(problem);
      views.add(
          new ProblemView(
              views.size(),
              problem,
              arms,
              results.pairsOn(problem),
              names,
              ScoreFormat.of(problem, arms),
              results.comparison().protocol().confidence()));
    }
    return views;
  }

  /** Returns the index of an arm, from 0, which determines its color and dashes. */
  public int number(String arm) {
    return Math.max(0, names.indexOf(arm));
  }

  /** Returns the number format of axes. */
  public Axis.Unit unit() {
    return text.percent() ? Axis.Unit.PERCENT : Axis.Unit.NUMBER;
  }
}
