package org.espalier.nas.analysis.comparison;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one arm came to on one problem.
 *
 * @param problem the problem's name
 * @param arm the arm's name
 * @param outcomes each search's end, in the order of the seeds
 * @param failed how many searches failed; they count with the lowest score that any search had
 * @param mean of the final scores
 * @param median of them
 * @param iqm their interquartile mean (Agarwal et al. 2021)
 * @param deviation their standard deviation, 0 of a single search
 * @param simpleRegret mean of optimum minus final score, or null if the optimum is not known
 * @param cumulativeRegret mean over the searches of the sum, over their trials, of optimum minus
 *     the trial's own score, each times what the trial cost in the problem's unit, or null if the
 *     optimum or a score is not known; what failed counts with the lowest score of any trial
 * @param area mean over the budget of the incumbent's score, averaged over the searches; the budget
 *     is the most that a search of the problem spent, and where there is no incumbent yet the
 *     lowest score counts
 * @param target how soon the target was reached, or null if there is none
 * @param curve the anytime curve
 * @param epochs mean epochs of a search
 * @param seconds mean charged training seconds of a search
 */
public record ArmResult(
    String problem,
    String arm,
    List<Ended> outcomes,
    int failed,
    Estimate mean,
    Estimate median,
    Estimate iqm,
    double deviation,
    @Nullable Estimate simpleRegret,
    @Nullable Estimate cumulativeRegret,
    Estimate area,
    @Nullable TimeToTarget target,
    Curve curve,
    double epochs,
    double seconds) {

  /** Checks and copies. */
  public ArmResult {
    Objects.requireNonNull(problem);
    Objects.requireNonNull(arm);
    outcomes = List.copyOf(outcomes);
    Objects.requireNonNull(curve);
  }

  /**
   * How one search ended.
   *
   * @param seed its seed
   * @param score the final score that enters the statistics
   * @param trials how many trials it had
   * @param epochs how many epochs it trained
   * @param seconds its charged training time
   * @param failure why it failed, or null
   * @param link where the run is, relative to the report, or null
   */
  public record Ended(
      long seed,
      double score,
      int trials,
      double epochs,
      double seconds,
      @Nullable String failure,
      @Nullable String link) {}

  /**
   * How soon searches reached the target.
   *
   * @param reached how many did
   * @param of of how many
   * @param median cost in the problem's unit until it was reached, infinite if fewer than half of
   *     the searches did
   */
  public record TimeToTarget(int reached, int of, double median) {}
}
