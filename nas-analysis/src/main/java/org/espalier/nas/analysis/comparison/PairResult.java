package org.espalier.nas.analysis.comparison;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of two arms on one problem, over their common seeds.
 *
 * @param problem name of the problem
 * @param first name of an arm
 * @param second name of the other arm
 * @param pairs number of common seeds
 * @param wins number of seeds on which the first arm has the higher score
 * @param ties number of seeds with equal scores
 * @param p p-value of the two-sided Wilcoxon signed-rank test
 * @param adjusted p-value adjusted by Holm over all pairs of the problem
 * @param a12 Vargha and Delaney's A: probability that a search of the first arm is better than one
 *     of the second, ties counting half
 * @param cliffsDelta 2 A − 1
 * @param difference median of the paired differences, first minus second
 * @param improvement probability that the first arm is better with the same seed, ties counting
 *     half
 * @param seedsNeeded number of seeds to detect the observed effect at the level of this pair with
 *     80 % power; null if it is above 100,000, or with fewer than three non-zero differences
 * @param decision decision by the adjusted p-value
 */
public record PairResult(
    String problem,
    String first,
    String second,
    int pairs,
    int wins,
    int ties,
    double p,
    double adjusted,
    double a12,
    double cliffsDelta,
    Estimate difference,
    Estimate improvement,
    @Nullable Integer seedsNeeded,
    Decision decision) {

  /** The decision of a test. */
  public enum Decision {
    /** The first arm is significantly better. */
    FIRST,
    /** The second arm is significantly better. */
    SECOND,
    /** There is no significant difference. */
    UNDECIDED
  }

  /** Checks. */
  public PairResult {
    Objects.requireNonNull(problem);
    Objects.requireNonNull(first);
    Objects.requireNonNull(second);
    Objects.requireNonNull(decision);
  }

  /** Returns true if an arm is significantly better than the other. */
  public boolean isWonBy(String arm) {
    return decision != Decision.UNDECIDED && (decision == Decision.FIRST) == first.equals(arm);
  }
}
