package org.espalier.nas.testkit;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.jspecify.annotations.Nullable;

/** The outcome of a trial, or the error that it throws. */
record TrialEnding(@Nullable Outcome outcome, @Nullable Throwable thrown) {

  /** Evaluates a trial without a time limit. */
  static TrialEnding of(Evaluator evaluator, Trial trial, Progress progress) {
    try {
      return new TrialEnding(evaluator.evaluate(trial, progress), null);
    } catch (Exception | StackOverflowError | OutOfMemoryError ofThisTrialOnly) {
      return new TrialEnding(null, ofThisTrialOnly);
    }
  }

  /** Evaluates a trial undisturbed, and fails if that takes longer than {@code patience}. */
  static TrialEnding within(Duration patience, Evaluator evaluator, Trial trial) {
    return assertTimeoutPreemptively(
        patience,
        () -> of(evaluator, trial, Progress.unwatched()),
        () -> trial.proposal() + " has not ended.");
  }

  /** Returns true if there is no usable result. */
  boolean failed() {
    return outcome == null || outcome instanceof Outcome.Failed;
  }
}
