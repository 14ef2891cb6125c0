package org.espalier.nas.tf.loss;

import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Categorical cross-entropy with label smoothing (Szegedy et al. 2016, section 7): the true class
 * has the target 1 − ε + ε/K, each other one of the K classes ε/K.
 *
 * @param smoothing ε, in [0, 1)
 */
public record SmoothedCrossEntropy(double smoothing) implements Loss {

  /** Checks the range. */
  public SmoothedCrossEntropy {
    if (!(smoothing >= 0 && smoothing < 1)) {
      throw new IllegalArgumentException("smoothing (" + smoothing + ") must be in [0, 1).");
    }
  }

  @Override
  public MeanLoss of(
      Ops tf,
      Operand<TFloat32> logits,
      Operand<TFloat32> targets,
      @Nullable Operand<TFloat32> weights) {
    int classes = (int) logits.shape().get(1);
    double other = smoothing / classes;
    Operand<TInt32> indices = tf.dtypes.cast(targets, TInt32.class);
    Operand<TFloat32> distributions =
        tf.oneHot(
            indices,
            tf.constant(classes),
            tf.constant((float) (1 - smoothing + other)),
            tf.constant((float) other));
    return new CategoricalCrossEntropy().ofDistributions(tf, logits, distributions, weights);
  }
}
