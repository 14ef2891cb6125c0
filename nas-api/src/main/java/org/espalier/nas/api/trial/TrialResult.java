package org.espalier.nas.api.trial;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.List;
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

  /**
   * The last step that was measured, those of a trial that it continues included; 0 if none was.
   */
  public int epochs() {
    List<Measurement> measured = outcome.measurements();
    return measured.isEmpty() ? 0 : measured.get(measured.size() - 1).step();
  }

  /**
   * The epochs that this trial trained itself: the fact {@code epochs}; an evaluator that does not
   * say counts as having trained all that was measured.
   */
  public long trainedEpochs() {
    Double fact = outcome.account().facts().get("epochs");
    return fact == null ? epochs() : Math.round(fact);
  }

  /** The epochs that it has from the trial that it continues and did not train again. */
  public long continuedEpochs() {
    return trial.proposal().parent() == null ? 0 : Math.max(0, epochs() - trainedEpochs());
  }
}
