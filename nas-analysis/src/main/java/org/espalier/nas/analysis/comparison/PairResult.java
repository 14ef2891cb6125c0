package org.espalier.nas.analysis.comparison;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What may be said of two arms on one problem, from the seeds that both have.
 *
 * @param problem the problem's name
 * @param first an arm
 * @param second another one
 * @param pairs how many seeds both have
 * @param wins for how many the first's score is higher
 * @param ties for how many they are equal
 * @param p of the two-sided Wilcoxon signed-rank test
 * @param adjusted the same by Holm over all pairs of the problem
 * @param a12 Vargha and Delaney's A: the chance that a search of the first is better than one of
 *     the second, ties half
 * @param cliffsDelta 2 A − 1
 * @param difference median of the paired differences, first minus second, with its interval
 * @param improvement the chance that the first is better with the same seed, ties half, with its
 *     interval
 * @param seedsNeeded with how many seeds a test at this pair's level would find the observed effect
 *     with 80 % power; null if there is no effect, or none that so many as 100,000 would find, or
 *     if fewer than three differences are not zero
 * @param decision what the adjusted p says
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

  /** What is decided. */
  public enum Decision {
    /** The first arm is better. */
    FIRST,
    /** The second arm is better. */
    SECOND,
    /** These seeds cannot tell. */
    UNDECIDED
  }

  /** Checks. */
  public PairResult {
    Objects.requireNonNull(problem);
    Objects.requireNonNull(first);
    Objects.requireNonNull(second);
    Objects.requireNonNull(decision);
  }
}
