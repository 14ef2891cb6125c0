package org.espalier.nas.analysis.comparison;

import org.jspecify.annotations.Nullable;

/**
 * A search with the score that enters the statistics.
 *
 * @param search what was run
 * @param trajectory its incumbents
 * @param failure why it failed, or null
 * @param score of its last incumbent; the lowest that any search of the problem had if it failed
 */
record Scored(SearchRecord search, Trajectory trajectory, @Nullable String failure, double score) {

  /** A search whose score, if it failed, is not known yet. */
  static Scored of(SearchRecord search, ProblemRecord problem) {
    Trajectory trajectory = Trajectory.of(search.trials(), problem);
    String failure = search.failure();
    if (failure == null && trajectory.isEmpty()) {
      failure = "no trial succeeded";
    }
    return new Scored(
        search, trajectory, failure, failure == null ? trajectory.last() : Double.NaN);
  }

  Scored failedWith(double lowest) {
    return failed() ? new Scored(search, trajectory, failure, lowest) : this;
  }

  boolean failed() {
    return failure != null;
  }

  ArmResult.Ended ended() {
    double epochs = 0;
    double seconds = 0;
    for (TrialPoint trial : search.trials()) {
      epochs += trial.epochs();
      seconds += trial.seconds();
    }
    return new ArmResult.Ended(
        search.seed(), score, search.trials().size(), epochs, seconds, failure, search.link());
  }
}
