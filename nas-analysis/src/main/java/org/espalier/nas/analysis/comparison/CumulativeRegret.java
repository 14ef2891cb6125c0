package org.espalier.nas.analysis.comparison;

import java.util.List;
import java.util.Optional;
import org.espalier.nas.analysis.inference.Sample;
import org.jspecify.annotations.Nullable;

/**
 * What the trials of searches fell short of the optimum, all together.
 *
 * <p>A trial that failed counts with the lowest score of any trial of the problem. So does each
 * trial of a search that failed, which has as many as the longest search of the problem.
 */
final class CumulativeRegret {

  private final ProblemSearches problem;
  private final double lowest;
  private final int most;

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
    this.most = problem.all().mapToInt(search -> search.search().trials().size()).max().orElse(0);
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
      return most * (optimum - lowest);
    }
    double regret = 0;
    for (TrialPoint trial : search.search().trials()) {
      regret += optimum - scoreOf(trial.score());
    }
    return regret;
  }

  private double scoreOf(@Nullable Double score) {
    return score == null ? lowest : score;
  }
}
