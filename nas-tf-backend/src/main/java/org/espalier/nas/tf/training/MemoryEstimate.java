package org.espalier.nas.tf.training;

import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.training.OptimizerSettings;

/**
 * An estimate of the memory for training a network, made before anything is built: a failed
 * allocation in TensorFlow ends the process instead of the trial.
 *
 * @param variables the bytes of the weights, their gradients and the optimizer's slots
 * @param activations the bytes of the layers' outputs for one batch, with their gradients in
 *     training
 */
record MemoryEstimate(double variables, double activations) {
  private static final double MEBIBYTE = 1 << 20;

  /**
   * Returns the estimate for a network.
   *
   * @param batch the number of examples in a training step
   * @param predicted the number of examples predicted at once, without gradients
   */
  static MemoryEstimate of(
      NetworkSpec network, OptimizerSettings optimizer, int batch, int predicted) {
    double copies = 2 + optimizer.slots();
    return new MemoryEstimate(
        Float.BYTES * copies * network.parameters(),
        Math.max(2.0 * batch, predicted) * Float.BYTES * network.activations());
  }

  /** Returns the estimate for networks of this size that run one after the other. */
  MemoryEstimate times(int networks) {
    return new MemoryEstimate(networks * variables, activations);
  }

  /** Returns the total, in MiB, rounded up. */
  long mebibytes() {
    return (long) Math.ceil((variables + activations) / MEBIBYTE);
  }
}
