package org.espalier.nas.tf.optimizer;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The Euclidean norm of all gradients taken together (Pascanu et al. 2013). */
final class GlobalNorm {
  private GlobalNorm() {}

  static Operand<TFloat32> of(Ops tf, List<? extends Operand<TFloat32>> gradients) {
    List<Operand<TFloat32>> halfSquares =
        gradients.stream().<Operand<TFloat32>>map(tf.nn::l2Loss).toList();
    return tf.math.sqrt(tf.math.mul(tf.constant(2f), tf.math.addN(halfSquares)));
  }

  /** Returns the gradients, scaled down together if their norm exceeds the limit. */
  static List<Operand<TFloat32>> clip(
      Ops tf, List<? extends Operand<TFloat32>> gradients, double limit) {
    Operand<TFloat32> bound = tf.constant((float) limit);
    Operand<TFloat32> scale = tf.math.div(bound, tf.math.maximum(of(tf, gradients), bound));
    return gradients.stream()
        .<Operand<TFloat32>>map(gradient -> tf.math.mul(gradient, scale))
        .toList();
  }
}
