package org.espalier.nas.analysis.comparison;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The results of one arm on one problem.
 *
 * @param problem name of the problem
 * @param arm name of the arm
 * @param searches results of the searches, in the order of the seeds
 * @param failed number of failed searches, which count with the lowest score of any search
 * @param mean mean of the final scores
 * @param median median of the final scores
 * @param iqm interquartile mean of the final scores (Agarwal et al. 2021)
 * @param deviation standard deviation of the final scores; 0 for a single search
 * @param simpleRegret mean of optimum minus final score, or null if the optimum is unknown
 * @param cumulativeRegret mean over the searches of the sum of regret times cost over their trials,
 *     in the cost unit of the problem; a failed trial counts with the lowest score of any trial;
 *     null if the optimum or a score is unknown
 * @param relativeImprovement mean of the final scores above the average architecture, in percent of
 *     the latter: 100 (mean − average) / |average| (Yang et al. 2020, equation 1); null if the
 *     average is unknown or 0
 * @param area mean score of the incumbent over the largest cost of any search of the problem,
 *     averaged over the searches; the lowest score counts before the first incumbent
 * @param frontDistance mean IGD⁺ of the searches' fronts to the true front, with the objectives
 *     scaled as for the hypervolume; a failed search counts with that of the reference point; null
 *     if the true front is unknown
 * @param target cost until the target score, or null without a target
 * @param curve anytime curve, ascending in cost
 * @param epochs mean epochs of a search
 * @param seconds mean charged training seconds of a search
 */
public record ArmResult(
    String problem,
    String arm,
    List<SearchResult> searches,
    int failed,
    Estimate mean,
    Estimate median,
    Estimate iqm,
    double deviation,
    @Nullable Estimate simpleRegret,
    @Nullable Estimate cumulativeRegret,
    @Nullable Estimate relativeImprovement,
    Estimate area,
    @Nullable Estimate frontDistance,
    @Nullable TimeToTarget target,
    List<CurvePoint> curve,
    double epochs,
    double seconds) {

  /** Checks and copies. */
  public ArmResult {
    Objects.requireNonNull(problem);
    Objects.requireNonNull(arm);
    searches = List.copyOf(searches);
    curve = List.copyOf(curve);
  }

  /** Returns true if every search of the arm failed, so that it has no score of its own. */
  public boolean allFailed() {
    return !searches.isEmpty() && failed == searches.size();
  }

  /**
   * The result of one search.
   *
   * @param seed seed of the search
   * @param score final score that enters the statistics
   * @param trials number of trials
   * @param epochs trained epochs
   * @param seconds charged training time
   * @param failure reason of the failure, or null
   * @param link path of the run relative to the report, or null
   * @param spread standard deviation of the score over the folds of a cross-validation, or null
   * @param frontDistance IGD⁺ to the true front, or null if that is unknown
   */
  public record SearchResult(
      long seed,
      double score,
      int trials,
      double epochs,
      double seconds,
      @Nullable String failure,
      @Nullable String link,
      @Nullable Double spread,
      @Nullable Double frontDistance) {}

  /**
   * The cost until the target score.
   *
   * @param reached number of searches that reached the target
   * @param searches number of searches
   * @param medianCost median cost in the unit of the problem; infinite if fewer than half of the
   *     searches reached the target
   */
  public record TimeToTarget(int reached, int searches, double medianCost) {}
}
