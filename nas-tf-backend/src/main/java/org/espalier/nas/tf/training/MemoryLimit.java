package org.espalier.nas.tf.training;

import java.util.Optional;
import org.espalier.nas.api.network.NetworkSpec;

/**
 * The maximum memory for training one network.
 *
 * @param mebibytes the limit in MiB
 */
record MemoryLimit(int mebibytes) {

  /** Returns the limit in the settings, or a share of the machine's memory. */
  static MemoryLimit of(TrainingSettings settings) {
    Integer given = settings.memoryLimitMiB();
    return new MemoryLimit(given == null ? MachineMemory.mebibytesForEachTrial() : given);
  }

  /**
   * Returns the reason why a network cannot be trained within the limit; empty if it can.
   *
   * @param predicted the number of examples predicted at once
   * @param folds the number of networks that are trained in step
   */
  Optional<String> exceededBy(
      NetworkSpec network, TrainingSettings settings, int predicted, int folds) {
    MemoryEstimate estimate =
        MemoryEstimate.of(network, settings.optimizer(), settings.batch(), predicted).times(folds);
    return estimate.mebibytes() <= mebibytes
        ? Optional.empty()
        : Optional.of(
            "Training %s%s needs about %d MiB, more than memoryLimitMiB (%d); a smaller batch or a larger limit would allow it."
                .formatted(
                    network,
                    folds == 1 ? "" : " on " + folds + " folds",
                    estimate.mebibytes(),
                    mebibytes));
  }
}
