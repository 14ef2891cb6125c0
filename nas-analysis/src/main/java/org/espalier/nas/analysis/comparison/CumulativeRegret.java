package org.espalier.nas.analysis.comparison;

import java.util.List;
import java.util.Optional;
import org.espalier.nas.analysis.inference.Sample;
import org.jspecify.annotations.Nullable;

/**
 * What the trials of searches fell short of the optimum, all together, each in proportion to its
 * cost: a trial that trains a tenth of the full epochs counts a tenth, as it costs a tenth.
 *
 * <p>A trial that failed counts with the lowest score of any trial of the problem. A search that
 * failed counts as if it had spent as much as any search of the problem on such trials.
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

  /** Of an arm's searches; empty if the optimum or a score is not known. */
  Optional<Sample> of(String arm) {
    Double optimum = problem.problem().optimum();
    List<Scored> searches = problem.searches(arm);
    if (optimum == null || !searches.stream().allMatch(CumulativeRegret::isKnown)) {
      return Optional.empty();
    }
    return Optional.of(
        Sample.of(searches.stream().mapToDouble(search -> of(search, optimum)).toArray()));
  }

  private static boolean isKnown(Scored search) {
    return search.search().trials().stream()
        .allMatch(trial -> trial.score() != null || Trajectory.reward(trial) == null);
  }

  private double of(Scored search, double optimum) {
    if (search.failed()) {
      return problem.horizon() * (optimum - lowest);
    }
    double regret = 0;
    for (TrialPoint trial : search.search().trials()) {
      regret += problem.problem().cost().raw(trial) * (optimum - scoreOf(trial.score()));
    }
    return regret / problem.problem().unit();
  }

  private double scoreOf(@Nullable Double score) {
    return score == null ? lowest : score;
  }
}
