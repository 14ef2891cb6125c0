package org.espalier.nas.analysis.comparison;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The statistics of a comparison.
 *
 * @param comparison the searches
 * @param arms each arm on each problem, problems in the order of the file, the best arm first
 * @param pairs each tested pair on each problem
 * @param ranks ranks of all arms, or null with fewer than three arms or fewer than two blocks
 *     common to all arms
 */
public record ComparisonResults(
    ComparisonRecord comparison,
    List<ArmResult> arms,
    List<PairResult> pairs,
    @Nullable Ranks ranks) {

  /** Checks and copies. */
  public ComparisonResults {
    Objects.requireNonNull(comparison);
    arms = List.copyOf(arms);
    pairs = List.copyOf(pairs);
  }

  /** Returns the results of the arms on a problem, the best first. */
  public List<ArmResult> armsOn(ProblemRecord problem) {
    return arms.stream().filter(arm -> arm.problem().equals(problem.name())).toList();
  }

  /** Returns the tested pairs on a problem. */
  public List<PairResult> pairsOn(ProblemRecord problem) {
    return pairs.stream().filter(pair -> pair.problem().equals(problem.name())).toList();
  }
}
