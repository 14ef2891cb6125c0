package org.espalier.nas.tf.training;

import org.espalier.nas.tf.metric.Predictions;

/**
 * The outputs of a network before its last activation function, with the targets of the examples.
 */
final class Logits {
  private final int outputs;
  private final int targetsPerExample;
  private final float[] values;
  private final float[] targets;
  private int size;

  /** Allocates space for the examples of all batches. */
  Logits(Batches batches, int outputs) {
    this.outputs = outputs;
    this.targetsPerExample = batches.targetsPerExample();
    this.values = new float[Math.multiplyExact(batches.examples(), outputs)];
    this.targets = new float[Math.multiplyExact(batches.examples(), targetsPerExample)];
  }

  /** Returns the array that receives the logits of the next batch. */
  float[] values() {
    return values;
  }

  /** Returns the index in {@link #values} at which the logits of the next batch begin. */
  int end() {
    return size * outputs;
  }

  /**
   * Adds a batch whose logits were written at the end.
   *
   * @return true if all of them are finite
   */
  boolean add(MiniBatch batch) {
    boolean finite = true;
    for (int i = end(); i < end() + batch.size() * outputs; i++) {
      finite &= Float.isFinite(values[i]);
    }
    batch.copyTargets(targets, size * targetsPerExample);
    size += batch.size();
    return finite;
  }

  /** Returns the predictions of all examples. */
  Predictions predictions(Measures measures) {
    return Predictions.of(measures.task(), measures.loss(), values, targets);
  }
}
