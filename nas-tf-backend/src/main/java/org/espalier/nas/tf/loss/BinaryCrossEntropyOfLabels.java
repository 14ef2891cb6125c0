package org.espalier.nas.tf.loss;

import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Binary cross-entropy of several labels: the mean over the labels of ln(1 + exp(z)) − y·z, where y
 * is 1 if the label applies and 0 if not, and z is its logit.
 */
public record BinaryCrossEntropyOfLabels() implements Loss {

  /**
   * {@inheritDoc}
   *
   * @param targets 1 for each label that applies and 0 for each other: [batch, labels]
   */
  @Override
  public MeanLoss of(
      Ops tf,
      Operand<TFloat32> logits,
      Operand<TFloat32> targets,
      @Nullable Operand<TFloat32> weights) {
    BatchMean batch = new BatchMean(tf, weights);
    Operand<TFloat32> entropies =
        tf.math.sub(tf.math.softplus(logits), tf.math.mul(targets, logits));
    Operand<TFloat32> losses = tf.math.mean(entropies, tf.constant(1));
    Operand<TFloat32> share =
        tf.math.div(batch.shareOfRows(losses), tf.constant((float) logits.shape().get(1)));
    return new MeanLoss(
        batch.mean(losses), tf.math.mul(tf.math.sub(tf.math.sigmoid(logits), targets), share));
  }
}
