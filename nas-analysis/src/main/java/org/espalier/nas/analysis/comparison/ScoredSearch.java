package org.espalier.nas.analysis.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A search with the score that enters the statistics.
 *
 * @param search the search
 * @param trajectory its incumbents
 * @param failure reason of the failure, or null
 * @param score score of the last incumbent; the lowest score of the problem if the search failed
 * @param frontDistance IGD⁺ to the true front, or null if that is unknown
 */
record ScoredSearch(
    SearchRecord search,
    Trajectory trajectory,
    @Nullable String failure,
    double score,
    @Nullable Double frontDistance) {

  /** Returns a search; its score is NaN if it failed. */
  static ScoredSearch of(SearchRecord search, ProblemRecord problem) {
    Trajectory trajectory = Trajectory.of(search.trials(), problem);
    String failure = search.failure();
    if (failure == null && trajectory.isEmpty()) {
      failure = "no trial succeeded";
    }
    return new ScoredSearch(
        search,
        trajectory,
        failure,
        failure == null ? trajectory.last() : Double.NaN,
        FrontDistance.of(search, problem));
  }

  ScoredSearch failedWith(double lowest) {
    return failed() ? new ScoredSearch(search, trajectory, failure, lowest, frontDistance) : this;
  }

  boolean failed() {
    return failure != null;
  }

  ArmResult.SearchResult result() {
    double epochs = 0;
    double seconds = 0;
    for (TrialPoint trial : search.trials()) {
      epochs += trial.epochs();
      seconds += trial.seconds();
    }
    return new ArmResult.SearchResult(
        search.seed(),
        score,
        search.trials().size(),
        epochs,
        seconds,
        failure,
        search.link(),
        spread(),
        frontDistance);
  }

  private @Nullable Double spread() {
    List<TrialPoint> incumbents = Incumbents.of(search.trials());
    return failed() || incumbents.isEmpty() ? null : incumbents.get(incumbents.size() - 1).spread();
  }
}
