package org.espalier.nas.engine.study;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.espalier.nas.engine.steering.SteeringCommand;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.jspecify.annotations.Nullable;

/**
 * Number of proposals to request from a controller: as many as lag, number of trials, epochs and
 * charged training time leave room for.
 */
final class AskBudget {
  private final Budget first;
  private Budget budget;
  private boolean stopped;
  private final int lag;
  private final TrialTracker tracker;

  /**
   * Creates the budget of a study.
   *
   * @param batch the controller's batch, which is the lag unless the study sets one
   */
  AskBudget(StudySettings settings, int batch, TrialTracker tracker) {
    this.first = settings.budget();
    this.budget = first;
    this.lag = settings.lag() > 0 ? settings.lag() : batch;
    this.tracker = tracker;
  }

  /** Takes a command of a person, if it is about the limits; other limits end a stop. */
  void take(SteeringCommand command) {
    if (command instanceof SteeringCommand.StopStudy) {
      stopped = true;
    } else if (command instanceof SteeringCommand.ChangeBudget change) {
      budget = budget.with(change);
      stopped = false;
    }
  }

  /**
   * Returns the number of trials after which a study ends that has taken commands; null if there is
   * no such limit.
   */
  @Nullable Integer trialsAfter(List<SteeringEvent> events) {
    boolean ended = false;
    for (SteeringEvent event : events) {
      if (event.changedSearch() && event.command() instanceof SteeringCommand.StopStudy) {
        ended = true;
      } else if (event.changedSearch() && event.command() instanceof SteeringCommand.ChangeBudget) {
        ended = false;
      }
    }
    return ended ? Integer.valueOf(tracker.asked()) : first.after(events).trials();
  }

  /** Returns the time limit; null if there is none. */
  @Nullable Duration wallClock() {
    return budget.wallClock();
  }

  /** Returns the number of trials that may be asked for now; not positive if there is no room. */
  int room() {
    if (stopped) {
      return 0;
    }
    long room = Math.min(lag - tracker.outstanding(), trialsLeft());
    room = Math.min(room, tracker.trialsFor(Math.max(0, epochsLeft())));
    return (int) (budget.seconds() == null ? room : Math.min(room, trialsForSeconds()));
  }

  /**
   * Outstanding trials count as long as the longest so far, so that the budget is rarely exceeded
   * by more than one trial.
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

  /** Training time that told trials leave. */
  private double secondsLeft() {
    Integer limit = budget.seconds();
    return limit == null ? Double.POSITIVE_INFINITY : limit - tracker.secondsTold();
  }

  /** Returns the limit that is reached; empty if none is. */
  Optional<StudyEnd> spent() {
    if (stopped) {
      return Optional.of(StudyEnd.STOPPED);
    }
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
