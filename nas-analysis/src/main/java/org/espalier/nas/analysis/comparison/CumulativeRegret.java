package org.espalier.nas.analysis.comparison;

import java.util.List;
import java.util.Optional;
import org.espalier.nas.analysis.inference.Sample;
import org.jspecify.annotations.Nullable;

/**
 * The cumulative regret of searches: the regrets of their trials, weighted by cost. A trial of a
 * tenth of the full epochs has a weight of a tenth.
 *
 * <p>A failed trial counts with the lowest score of any trial of the problem. A failed search
 * counts as such trials up to the largest cost of any search of the problem.
 */
final class CumulativeRegret {

  private final ProblemSearches problem;
  private final double lowest;

  CumulativeRegret(ProblemSearches problem) {
    this.problem = problem;
    this.lowest =
        problem
            .all()
            .flatMap(search -> search.search().trials().stream())
            .mapToDouble(trial -> trial.score() == null ? Double.NaN : trial.score())
            .filter(score -> !Double.isNaN(score))
            .min()
            .orElse(problem.lowest());
  }

  /** Returns the regrets of an arm's searches; empty if the optimum or a score is unknown. */
  Optional<Sample> of(String arm) {
    Double optimum = problem.problem().optimum();
    List<ScoredSearch> searches = problem.searches(arm);
    if (optimum == null || !searches.stream().allMatch(CumulativeRegret::isKnown)) {
      return Optional.empty();
    }
    return Optional.of(
        Sample.of(searches.stream().mapToDouble(search -> of(search, optimum)).toArray()));
  }

  private static boolean isKnown(ScoredSearch search) {
    return search.search().trials().stream()
        .allMatch(trial -> trial.score() != null || Trajectory.reward(trial) == null);
  }

  private double of(ScoredSearch search, double optimum) {
    if (search.failed()) {
      return problem.horizon() * (optimum - lowest);
    }
    double regret = 0;
    for (TrialPoint trial : search.search().trials()) {
      regret += problem.problem().costUnit().raw(trial) * (optimum - scoreOf(trial.score()));
    }
    return regret / problem.problem().unit();
  }

  private double scoreOf(@Nullable Double score) {
    return score == null ? lowest : score;
  }
}
