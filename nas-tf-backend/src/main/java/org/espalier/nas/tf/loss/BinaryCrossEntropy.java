package org.espalier.nas.tf.loss;

import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Binary cross-entropy: ln(1 + exp(z)) − y·z, where y is 0 or 1 and z the one logit of an example.
 */
public record BinaryCrossEntropy() implements Loss {

  @Override
  public MeanLoss of(
      Ops tf,
      Operand<TFloat32> logits,
      Operand<TFloat32> targets,
      @Nullable Operand<TFloat32> weights) {
    BatchMean batch = new BatchMean(tf, weights);
    Operand<TFloat32> z = tf.reshape(logits, tf.constant(new int[] {-1}));
    Operand<TFloat32> losses = tf.math.sub(tf.math.softplus(z), tf.math.mul(targets, z));
    Operand<TFloat32> gradient =
        tf.math.mul(tf.math.sub(tf.math.sigmoid(z), targets), batch.share(losses));
    return new MeanLoss(batch.mean(losses), tf.expandDims(gradient, tf.constant(1)));
  }
}
