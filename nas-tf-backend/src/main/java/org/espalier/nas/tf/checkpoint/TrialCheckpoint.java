package org.espalier.nas.tf.checkpoint;

import java.util.List;
import java.util.Objects;
import org.espalier.nas.api.trial.Measurement;
import org.jspecify.annotations.Nullable;

/**
 * Where the training of a trial stood after its last epoch: all that it takes to go on as if it had
 * never ended.
 *
 * @param seed from which order, dropout and first weights derive; that of the first trial of all
 *     that continue each other
 * @param weights of the network after the last epoch
 * @param iteration the count of training steps
 * @param slots the optimizer's other variables
 * @param best the weights of the best epoch by the metric that their description names; null if
 *     none were kept
 * @param measurements of all epochs from the first, at least one
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
