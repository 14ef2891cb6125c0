package org.espalier.nas.tf.training;

import java.util.Optional;
import org.espalier.nas.api.network.NetworkSpec;

/**
 * How much memory the training of one network may take.
 *
 * @param mebibytes the limit in MiB
 */
record MemoryLimit(int mebibytes) {

  /** The limit that the settings give, or a share of the machine's memory. */
  static MemoryLimit of(TrainingSettings settings) {
    Integer given = settings.memoryLimitMiB();
    return new MemoryLimit(given == null ? MachineMemory.mebibytesForEachTrial() : given);
  }

  /**
   * Why a network cannot be trained under the limit; empty if it can.
   *
   * @param predicted the examples that are predicted at once
   */
  Optional<String> exceededBy(NetworkSpec network, TrainingSettings settings, int predicted) {
    MemoryEstimate estimate =
        MemoryEstimate.of(network, settings.optimizer(), settings.batch(), predicted);
    return estimate.mebibytes() <= mebibytes
        ? Optional.empty()
        : Optional.of(
            "Training %s needs about %d MiB, more than memoryLimitMiB (%d)."
                .formatted(network, estimate.mebibytes(), mebibytes));
  }
}
