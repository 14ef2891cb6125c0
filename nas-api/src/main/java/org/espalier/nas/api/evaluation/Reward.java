package org.espalier.nas.api.evaluation;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;
import org.espalier.nas.api.trial.Outcome;

/**
 * The function from measurements to the number that a controller maximises.
 *
 * <p>Called by several threads at once. The same outcome always has the same reward.
 */
@API(status = MAINTAINED, since = "0.1")
@FunctionalInterface
public interface Reward {

  /**
   * Returns the reward of a trial that completed or was stopped.
   *
   * @param outcome with at least one measurement; never {@link Outcome.Failed}
   * @return a number, more is better; with NaN or an infinity the trial is recorded as failed
   * @throws org.espalier.nas.api.NasException if a metric that it needs was not measured
   */
  double of(Outcome outcome);

  /**
   * Returns a short description of the rewarded quantity for display: {@code validation.accuracy,
   * last epoch}.
   *
   * @return by default the name of the class
   */
  default String description() {
    return getClass().getSimpleName();
  }
}
