package org.espalier.nas.api.objective;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import org.apiguardian.api.API;

/**
 * A function from the values of several objectives to one reward, which a controller maximises.
 *
 * <p>Called by several threads at once. The same values always have the same reward. Its
 * constructor may ask for the {@link Objectives}.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface Scalarisation {

  /**
   * Returns the reward.
   *
   * @param values the values in the order of the objectives, in their own units, finite
   * @return a number, more is better; with NaN or an infinity the trial is recorded as failed
   */
  double of(List<Double> values);

  /**
   * Returns a short description of the reward for display.
   *
   * @return by default the name of the class
   */
  default String description() {
    return getClass().getSimpleName();
  }
}
