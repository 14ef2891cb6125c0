package org.espalier.nas.tf.loss;

import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Squared error: (z − y)², where z is the single output of an example. */
public record MeanSquaredError() implements Loss {

  @Override
  public MeanLoss of(
      Ops tf,
      Operand<TFloat32> logits,
      Operand<TFloat32> targets,
      @Nullable Operand<TFloat32> weights) {
    BatchMean batch = new BatchMean(tf, weights);
    Operand<TFloat32> z = tf.reshape(logits, tf.constant(new int[] {-1}));
    Operand<TFloat32> error = tf.math.sub(z, targets);
    Operand<TFloat32> losses = tf.math.square(error);
    Operand<TFloat32> gradient =
        tf.math.mul(tf.math.mul(error, tf.constant(2f)), batch.share(losses));
    return new MeanLoss(batch.mean(losses), tf.expandDims(gradient, tf.constant(1)));
  }
}
