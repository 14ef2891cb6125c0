package org.espalier.nas.api.objective;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;

/**
 * A function from a finished trial to the value of one objective.
 *
 * <p>Called by several threads at once, unless it needs the process for itself. A value is stored
 * with the trial and never computed again, so that a resumed search sees the values of the first.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface ObjectiveFunction {

  /**
   * Returns the objective whose values this function computes.
   *
   * @return an answer that does not change
   */
  Objective objective();

  /**
   * Returns the value of a trial that completed or was stopped.
   *
   * @param trial the trial
   * @param outcome with at least one measurement; never {@link Outcome.Failed}
   * @return with a NaN or infinite value the trial is recorded as failed
   * @throws Exception if there is no value; the trial is then recorded as failed
   */
  ObjectiveValue value(Trial trial, Outcome outcome) throws Exception;

  /**
   * Returns the value if it is known before the trial is evaluated, as a network's number of
   * parameters is: an infeasible trial is then not evaluated at all.
   *
   * @return empty by default
   */
  default OptionalDouble known(Trial trial) {
    return OptionalDouble.empty();
  }

  /**
   * Returns true if no trial may run in the process while a value is measured.
   *
   * @return an answer that does not change; false by default
   */
  default boolean exclusive() {
    return false;
  }
}
