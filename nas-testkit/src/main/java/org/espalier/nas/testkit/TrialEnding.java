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

  /** Evaluates and waits as long as it takes. */
  static TrialEnding of(Evaluator evaluator, Trial trial, Progress progress) {
    try {
      return new TrialEnding(evaluator.evaluate(trial, progress), null);
    } catch (Exception | StackOverflowError | OutOfMemoryError ofThisTrialOnly) {
      return new TrialEnding(null, ofThisTrialOnly);
    }
  }

  /** Evaluates undisturbed, and fails if that takes longer. */
  static TrialEnding within(Duration patience, Evaluator evaluator, Trial trial) {
    return assertTimeoutPreemptively(
        patience,
        () -> of(evaluator, trial, Progress.unwatched()),
        () -> trial.proposal() + " has not ended.");
  }

  /** Whether there is no result that could be used. */
  boolean failed() {
    return outcome == null || outcome instanceof Outcome.Failed;
  }
}
