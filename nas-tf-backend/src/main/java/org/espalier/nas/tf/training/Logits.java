package org.espalier.nas.tf.training;

import org.espalier.nas.tf.metric.Predictions;

/** What a network gave for examples before its last activation function, with their targets. */
final class Logits {
  private final int outputs;
  private final float[] values;
  private final float[] targets;
  private int size;

  /** Makes room for this many examples. */
  Logits(int examples, int outputs) {
    this.outputs = outputs;
    this.values = new float[Math.multiplyExact(examples, outputs)];
    this.targets = new float[examples];
  }

  /** Where the logits of the next batch go. */
  float[] values() {
    return values;
  }

  /** The index in {@link #values} from which on the logits of the next batch go. */
  int end() {
    return size * outputs;
  }

  /**
   * Takes in a batch whose logits stand at the end.
   *
   * @return whether all of them are finite
   */
  boolean add(MiniBatch batch) {
    boolean finite = true;
    for (int i = end(); i < end() + batch.size() * outputs; i++) {
      finite &= Float.isFinite(values[i]);
    }
    for (int i = 0; i < batch.size(); i++) {
      targets[size + i] = batch.target(i);
    }
    size += batch.size();
    return finite;
  }

  /** The predictions of all examples. */
  Predictions predictions(Measures measures) {
    return Predictions.of(measures.task(), measures.loss(), values, targets);
  }
}
