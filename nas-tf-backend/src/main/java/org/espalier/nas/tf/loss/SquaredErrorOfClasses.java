package org.espalier.nas.tf.loss;

import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Squared error of classes: Σ (pₖ − yₖ)² / outputs, where p is the softmax of the logits, or the
 * sigmoid of a single one, and y is 1 for the true class and 0 otherwise (Brier 1950, divided by
 * the number of classes).
 */
public record SquaredErrorOfClasses() implements Loss {

  @Override
  public MeanLoss of(
      Ops tf,
      Operand<TFloat32> logits,
      Operand<TFloat32> targets,
      @Nullable Operand<TFloat32> weights) {
    return logits.shape().get(1) == 1
        ? ofOne(tf, logits, targets, weights)
        : ofSeveral(tf, logits, targets, weights);
  }

  private static MeanLoss ofOne(
      Ops tf,
      Operand<TFloat32> logits,
      Operand<TFloat32> targets,
      @Nullable Operand<TFloat32> weights) {
    BatchMean batch = new BatchMean(tf, weights);
    Operand<TFloat32> p = tf.math.sigmoid(tf.reshape(logits, tf.constant(new int[] {-1})));
    Operand<TFloat32> error = tf.math.sub(p, targets);
    Operand<TFloat32> losses = tf.math.square(error);
    Operand<TFloat32> slope = tf.math.mul(p, tf.math.sub(tf.constant(1f), p));
    Operand<TFloat32> gradient =
        tf.math.mul(tf.math.mul(tf.math.mul(error, tf.constant(2f)), slope), batch.share(losses));
    return new MeanLoss(batch.mean(losses), tf.expandDims(gradient, tf.constant(1)));
  }

  /**
   * Adds the loss of several outputs. With g = 2(p − y)/classes, the derivative by the logit k is
   * pₖ(gₖ − Σ gⱼpⱼ).
   */
  private static MeanLoss ofSeveral(
      Ops tf,
      Operand<TFloat32> logits,
      Operand<TFloat32> targets,
      @Nullable Operand<TFloat32> weights) {
    BatchMean batch = new BatchMean(tf, weights);
    int classes = (int) logits.shape().get(1);
    Operand<TInt32> right = tf.dtypes.cast(targets, TInt32.class);
    Operand<TFloat32> wanted =
        tf.oneHot(right, tf.constant(classes), tf.constant(1f), tf.constant(0f));
    Operand<TFloat32> p = tf.nn.softmax(logits);
    Operand<TFloat32> error = tf.math.sub(p, wanted);
    Operand<TFloat32> losses = tf.math.mean(tf.math.square(error), tf.constant(1));
    Operand<TFloat32> g = tf.math.mul(error, tf.constant(2f / classes));
    Operand<TFloat32> sums =
        tf.expandDims(tf.sum(tf.math.mul(g, p), tf.constant(1)), tf.constant(1));
    Operand<TFloat32> gradient = tf.math.mul(p, tf.math.sub(g, sums));
    return new MeanLoss(batch.mean(losses), tf.math.mul(gradient, batch.shareOfRows(losses)));
  }
}
