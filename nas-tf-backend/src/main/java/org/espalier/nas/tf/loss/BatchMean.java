package org.espalier.nas.tf.loss;

import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Weighted means over a batch whose size is known only when it is fed. */
record BatchMean(Ops tf, @Nullable Operand<TFloat32> weights) {

  /** Returns Σ wᵢ·lossᵢ / batch. */
  Operand<TFloat32> mean(Operand<TFloat32> losses) {
    Operand<TFloat32> weighted = weights == null ? losses : tf.math.mul(losses, weights);
    return tf.math.mean(weighted, tf.constant(0));
  }

  /** Returns wᵢ / batch, a factor of vectors [batch]. */
  Operand<TFloat32> share(Operand<TFloat32> losses) {
    Operand<TFloat32> size = tf.dtypes.cast(tf.size(losses), TFloat32.class);
    return tf.math.div(weights == null ? tf.constant(1f) : weights, size);
  }

  /** Returns wᵢ / batch, a factor of matrices [batch, outputs]. */
  Operand<TFloat32> shareOfRows(Operand<TFloat32> losses) {
    Operand<TFloat32> share = share(losses);
    return weights == null ? share : tf.expandDims(share, tf.constant(1));
  }
}
