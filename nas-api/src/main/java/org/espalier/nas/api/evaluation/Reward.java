package org.espalier.nas.api.evaluation;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;
import org.espalier.nas.api.trial.Outcome;

/**
 * Turns what was measured into the one number that a controller maximises.
 *
 * <p>Called by several threads at once. The same outcome always has the same reward.
 */
@API(status = MAINTAINED, since = "0.1")
@FunctionalInterface
public interface Reward {

  /**
   * The reward of a trial that completed or was stopped.
   *
   * @param outcome with at least one measurement; never {@link Outcome.Failed}
   * @return a number, more is better; NaN or an infinity makes the trial a failed one
   * @throws org.espalier.nas.api.NasException if a metric that it needs was not measured
   */
  double of(Outcome outcome);

  /**
   * What is rewarded, in a few words for a person: {@code validation.accuracy, last epoch}.
   *
   * @return by default the name of the class
   */
  default String description() {
    return getClass().getSimpleName();
  }
}
