package org.espalier.nas.analysis.comparison.figure;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.analysis.comparison.ArmRecord;
import org.espalier.nas.analysis.comparison.ArmResult;
import org.espalier.nas.analysis.comparison.ComparisonResults;
import org.espalier.nas.analysis.comparison.PairResult;
import org.espalier.nas.analysis.comparison.ProblemRecord;

/**
 * What a comparison says of one problem.
 *
 * @param index which problem it is, from 0
 * @param problem the problem
 * @param arms what each arm came to, the best first
 * @param pairs the tested pairs
 * @param names all arms of the comparison in the order of its file, which numbers them
 * @param text how scores are written
 * @param confidence of the intervals
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

  /** All problems in the order of the file. */
  public static List<ProblemView> of(ComparisonResults results) {
    List<String> names = results.comparison().arms().stream().map(ArmRecord::name).toList();
    List<ProblemView> views = new ArrayList<>();
    for (ProblemRecord problem : results.comparison().problems()) {
      List<ArmResult> arms =
          results.arms().stream().filter(a -> a.problem().equals(problem.name())).toList();
      List<PairResult> pairs =
          results.pairs().stream().filter(p -> p.problem().equals(problem.name())).toList();
      views.add(
          new ProblemView(
              views.size(),
              problem,
              arms,
              pairs,
              names,
              ScoreFormat.of(problem, arms),
              results.comparison().protocol().confidence()));
    }
    return views;
  }

  /** The number of an arm, from 0, which its colour and pattern come from. */
  public int number(String arm) {
    return Math.max(0, names.indexOf(arm));
  }
}
