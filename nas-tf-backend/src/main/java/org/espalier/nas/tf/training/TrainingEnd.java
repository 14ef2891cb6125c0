package org.espalier.nas.tf.training;

import java.util.List;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;

/** The end of a training. */
sealed interface TrainingEnd {

  /** Returns true if the weights can be used. */
  default boolean usable() {
    return this instanceof Finished || this instanceof Stopped;
  }

  /** Returns the outcome of the trial. */
  default Outcome outcome(List<Measurement> measured, Account account) {
    if (this instanceof Stopped stopped) {
      return new Outcome.Stopped(
          measured, account, "A stopping rule ended it after epoch " + stopped.epoch() + ".");
    } else if (this instanceof Diverged diverged) {
      return new Outcome.Failed(measured, account, FailureCause.DIVERGED, diverged.message());
    } else if (this instanceof Abandoned) {
      return new Outcome.Failed(
          measured, account, FailureCause.EXCEPTION, "The evaluation was abandoned.");
    }
    return new Outcome.Completed(measured, account);
  }

  /** The end after the last epoch, or by early stopping. */
  record Finished() implements TrainingEnd {}

  /** The end by the directive to stop. */
  record Stopped(int epoch) implements TrainingEnd {}

  /** The end by the directive to abandon. */
  record Abandoned() implements TrainingEnd {}

  /** The end because the loss became NaN or infinite. */
  record Diverged(String message) implements TrainingEnd {}
}
