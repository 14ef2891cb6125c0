package org.espalier.nas.api.trial;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.Objects;
import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A finished trial, as it is told to a controller.
 *
 * @param trial the trial
 * @param outcome how it ended
 * @param value the reward, finite, more is better; null if the trial failed
 */
@API(status = MAINTAINED, since = "0.1")
public record TrialResult(Trial trial, Outcome outcome, @Nullable Double value) {

  /** Checks the reward. */
  public TrialResult {
    Objects.requireNonNull(trial);
    Objects.requireNonNull(outcome);
    if (value != null && !Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "The reward of trial " + trial.number() + " (" + value + ") must be finite or absent.");
    }
  }

  /** The reward; empty if the trial failed. */
  public OptionalDouble reward() {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
