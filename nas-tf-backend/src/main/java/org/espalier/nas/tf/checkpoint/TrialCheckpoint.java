package org.espalier.nas.tf.checkpoint;

import java.util.List;
import java.util.Objects;
import org.espalier.nas.api.trial.Measurement;
import org.jspecify.annotations.Nullable;

/**
 * The state of a trial's training after its last epoch, sufficient to continue as if it had never
 * ended.
 *
 * @param seed the seed of order, dropout and initial weights; that of the first trial in a chain of
 *     continued ones
 * @param weights the weights of the network after the last epoch
 * @param iteration the count of training steps
 * @param slots the optimizer's other variables
 * @param best the weights of the best epoch by the metric named in their description; null if none
 *     were kept
 * @param measurements the measurements of all epochs from the first, at least one
 */
public record TrialCheckpoint(
    long seed,
    SavedVariables weights,
    SavedVariables iteration,
    SavedVariables slots,
    @Nullable SavedVariables best,
    List<Measurement> measurements) {

  /** Checks and copies. */
  public TrialCheckpoint {
    Objects.requireNonNull(weights);
    Objects.requireNonNull(iteration);
    Objects.requireNonNull(slots);
    measurements = List.copyOf(measurements);
    if (measurements.isEmpty()) {
      throw new IllegalArgumentException("measurements must hold at least one.");
    }
  }
}
