package org.espalier.nas.tf.layer;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Lays each example out as one row. */
record FlattenLayer(int size) implements GraphLayer {

  @Override
  public Operand<TFloat32> linear(Ops tf, Operand<TFloat32> input, Mode mode) {
    return tf.reshape(input, tf.constant(new int[] {-1, size}));
  }
}
