package org.espalier.nas.api.trial;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;

/**
 * The amount of training spent on one trial.
 *
 * @param epochs passes over the training data in total, including those of a continued trial
 * @param dataFraction the share of the training data used, in (0, 1]
 */
@API(status = MAINTAINED, since = "0.1")
public record Fidelity(int epochs, double dataFraction) {

  /** Checks both numbers. */
  public Fidelity {
    if (epochs <= 0) {
      throw new IllegalArgumentException("epochs (" + epochs + ") must be positive.");
    }
    if (!(dataFraction > 0 && dataFraction <= 1)) {
      throw new IllegalArgumentException("dataFraction (" + dataFraction + ") must lie in (0, 1].");
    }
  }

  /** Returns the fidelity of a number of epochs over all of the training data. */
  public static Fidelity epochs(int epochs) {
    return new Fidelity(epochs, 1);
  }
}
