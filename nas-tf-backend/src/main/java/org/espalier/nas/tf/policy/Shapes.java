package org.espalier.nas.tf.policy;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Unstack;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Operations that split tensors and have gradients. */
final class Shapes {
  private Shapes() {}

  /** Splits [n, parts·width] into {@code parts} tensors of shape [n, width]. */
  static List<Operand<TFloat32>> columns(Ops tf, Operand<TFloat32> matrix, int parts, int width) {
    return unstack(tf, tf.reshape(matrix, tf.array(-1, parts, width)), parts, 1);
  }

  /** Splits [parts·n, width] into {@code parts} tensors of shape [n, width]. */
  static List<Operand<TFloat32>> rows(Ops tf, Operand<TFloat32> matrix, int parts, int width) {
    Operand<TInt32> shape = tf.array(parts, -1, width);
    return unstack(tf, tf.reshape(matrix, shape), parts, 0);
  }

  private static List<Operand<TFloat32>> unstack(
      Ops tf, Operand<TFloat32> tensor, int parts, long axis) {
    List<Operand<TFloat32>> each = new ArrayList<>();
    for (Output<TFloat32> part : tf.unstack(tensor, (long) parts, Unstack.axis(axis)).output()) {
      each.add(part);
    }
    return each;
  }
}
