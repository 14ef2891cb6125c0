package org.espalier.nas.tf.loss;

import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.SoftmaxCrossEntropyWithLogits;
import org.tensorflow.op.nn.SparseSoftmaxCrossEntropyWithLogits;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Categorical cross-entropy: −ln softmax(logits) of the true class. */
public record CategoricalCrossEntropy() implements Loss {

  @Override
  public MeanLoss of(
      Ops tf,
      Operand<TFloat32> logits,
      Operand<TFloat32> targets,
      @Nullable Operand<TFloat32> weights) {
    return ofClasses(tf, logits, tf.dtypes.cast(targets, TInt32.class), weights);
  }

  /** Adds the loss for classes as integers [batch]. */
  public MeanLoss ofClasses(
      Ops tf,
      Operand<TFloat32> logits,
      Operand<TInt32> classes,
      @Nullable Operand<TFloat32> weights) {
    SparseSoftmaxCrossEntropyWithLogits<TFloat32> entropy =
        tf.nn.sparseSoftmaxCrossEntropyWithLogits(logits, classes);
    return mean(tf, entropy.loss(), entropy.backprop(), weights);
  }

  /**
   * Adds the loss for targets as distributions over the classes, one-hot or soft.
   *
   * @param distributions the targets [batch, classes], each row with sum 1
   */
  public MeanLoss ofDistributions(
      Ops tf,
      Operand<TFloat32> logits,
      Operand<TFloat32> distributions,
      @Nullable Operand<TFloat32> weights) {
    SoftmaxCrossEntropyWithLogits<TFloat32> entropy =
        tf.nn.softmaxCrossEntropyWithLogits(logits, distributions);
    return mean(tf, entropy.loss(), entropy.backprop(), weights);
  }

  private static MeanLoss mean(
      Ops tf,
      Operand<TFloat32> losses,
      Operand<TFloat32> gradients,
      @Nullable Operand<TFloat32> weights) {
    BatchMean batch = new BatchMean(tf, weights);
    return new MeanLoss(batch.mean(losses), tf.math.mul(gradients, batch.shareOfRows(losses)));
  }
}
