package org.espalier.nas.tf.loss;

import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Squared error of several labels: the mean over the labels of (p − y)², where p is the sigmoid of
 * the label's logit, and y is 1 if the label applies and 0 if not.
 */
public record SquaredErrorOfLabels() implements Loss {

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
    Operand<TFloat32> p = tf.math.sigmoid(logits);
    Operand<TFloat32> error = tf.math.sub(p, targets);
    Operand<TFloat32> losses = tf.math.mean(tf.math.square(error), tf.constant(1));
    Operand<TFloat32> slope = tf.math.mul(p, tf.math.sub(tf.constant(1f), p));
    Operand<TFloat32> share =
        tf.math.mul(batch.shareOfRows(losses), tf.constant(2f / logits.shape().get(1)));
    return new MeanLoss(batch.mean(losses), tf.math.mul(tf.math.mul(error, slope), share));
  }
}
