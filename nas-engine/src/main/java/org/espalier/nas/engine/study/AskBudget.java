package org.espalier.nas.engine.study;

import java.util.Optional;

/**
 * How many proposals a controller is asked for: as many as lag, number of trials, epochs and
 * charged training time leave room for.
 */
final class AskBudget {
  private final Budget budget;
  private final int lag;
  private final TrialTracker tracker;

  /**
   * Creates the rule of a study.
   *
   * @param batch what the controller calls its batch, the lag unless the study says another
   */
  AskBudget(StudySettings settings, int batch, TrialTracker tracker) {
    this.budget = settings.budget();
    this.lag = settings.lag() > 0 ? settings.lag() : batch;
    this.tracker = tracker;
  }

  /** The number of proposals to ask for now; not positive if there is no room. */
  int room() {
    long room = Math.min(lag - tracker.outstanding(), trialsLeft());
    room = Math.min(room, tracker.trialsFor(Math.max(0, epochsLeft())));
    return (int) (budget.seconds() == null ? room : Math.min(room, trialsForSeconds()));
  }

  /**
   * Outstanding trials are taken to last as long as the longest so far, so that the budget is
   * hardly exceeded by more than one trial.
   */
  private long trialsForSeconds() {
    double left = secondsLeft() - tracker.outstanding() * tracker.mostSeconds();
    if (left <= 0) {
      return 0;
    }
    return tracker.mostSeconds() == 0
        ? Integer.MAX_VALUE
        : (long) Math.ceil(left / tracker.mostSeconds());
  }

  /** What told trials leave of the training time. */
  private double secondsLeft() {
    Integer limit = budget.seconds();
    return limit == null ? Double.POSITIVE_INFINITY : limit - tracker.secondsTold();
  }

  /** Which limit leaves no room any more; empty if all do. */
  Optional<StudyEnd> spent() {
    if (trialsLeft() <= 0) {
      return Optional.of(StudyEnd.TRIALS);
    }
    if (epochsLeft() <= 0) {
      return Optional.of(StudyEnd.EPOCHS);
    }
    return secondsLeft() <= 0 ? Optional.of(StudyEnd.SECONDS) : Optional.empty();
  }

  private long trialsLeft() {
    Integer limit = budget.trials();
    return limit == null ? Integer.MAX_VALUE : (long) limit - tracker.asked();
  }

  private long epochsLeft() {
    Integer limit = budget.epochs();
    return limit == null ? Integer.MAX_VALUE : limit - tracker.epochsCommitted();
  }
}
