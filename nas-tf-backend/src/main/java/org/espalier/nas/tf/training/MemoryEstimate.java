package org.espalier.nas.tf.training;

import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.training.OptimizerSettings;

/**
 * About how much memory training a network takes, known before anything is built: asking TensorFlow
 * for more than there is ends the process instead of the trial.
 *
 * @param variables bytes of the weights, their gradients and the optimizer's slots
 * @param activations bytes of the layers' outputs for one batch, with their gradients in training
 */
record MemoryEstimate(double variables, double activations) {
  private static final double MEBIBYTE = 1 << 20;

  /**
   * Estimates.
   *
   * @param batch the examples in a training step
   * @param predicted the examples that are predicted at once, without gradients
   */
  static MemoryEstimate of(
      NetworkSpec network, OptimizerSettings optimizer, int batch, int predicted) {
    double copies = 2 + optimizer.slots();
    return new MemoryEstimate(
        Float.BYTES * copies * network.parameters(),
        Math.max(2.0 * batch, predicted) * Float.BYTES * network.activations());
  }

  /** The whole, in MiB, rounded up. */
  long mebibytes() {
    return (long) Math.ceil((variables + activations) / MEBIBYTE);
  }
}
