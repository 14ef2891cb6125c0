package org.espalier.nas.api.trial;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A finished trial, as passed to a controller.
 *
 * @param trial the trial
 * @param outcome the outcome of the trial
 * @param value the reward, finite, more is better; null if the trial failed, or if the experiment
 *     has several objectives and nothing makes one reward of them
 * @param objectives values of the stated objectives, in their own units and the order of the
 *     experiment; empty if the trial failed or the experiment states none
 */
@API(status = MAINTAINED, since = "0.1")
public record TrialResult(
    Trial trial, Outcome outcome, @Nullable Double value, List<Double> objectives) {

  /** Checks the numbers, and copies. */
  public TrialResult {
    Objects.requireNonNull(trial);
    Objects.requireNonNull(outcome);
    if (value != null && !Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "The reward of trial " + trial.number() + " (" + value + ") must be finite or absent.");
    }
    objectives = List.copyOf(objectives);
    for (double objective : objectives) {
      if (!Double.isFinite(objective)) {
        throw new IllegalArgumentException(
            "The objectives of trial %d (%s) must be finite."
                .formatted(trial.number(), objectives));
      }
    }
  }

  /** Creates the result of a trial of an experiment that states no objectives. */
  public TrialResult(Trial trial, Outcome outcome, @Nullable Double value) {
    this(trial, outcome, value, List.of());
  }

  /** Returns true if the trial did not fail. */
  public boolean succeeded() {
    return !(outcome instanceof Outcome.Failed);
  }

  /** Returns true if the trial violates a constraint of the experiment. */
  public boolean infeasible() {
    return outcome instanceof Outcome.Failed failed && failed.cause() == FailureCause.INFEASIBLE;
  }

  /** Returns the reward; empty if the trial failed, or has several objectives instead. */
  public OptionalDouble reward() {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /**
   * Returns the last step measured, including those of a trial that it continues; 0 if none was.
   */
  public int epochs() {
    List<Measurement> measured = outcome.measurements();
    return measured.isEmpty() ? 0 : measured.get(measured.size() - 1).step();
  }

  /**
   * Returns the epochs that this trial trained itself: the fact {@code epochs}, or the last step
   * measured if the evaluator does not report it.
   */
  public long trainedEpochs() {
    Long trained = outcome.account().cost().epochs();
    return trained == null ? epochs() : trained;
  }

  /**
   * Returns the epochs taken over from the trial that it continues, which it did not train again.
   */
  public long continuedEpochs() {
    return trial.proposal().continuedTrial() == null ? 0 : Math.max(0, epochs() - trainedEpochs());
  }
}
