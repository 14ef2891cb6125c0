package org.espalier.nas.tf.layer.image;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A convolution of neighbouring pixels with a fixed kernel. */
@FunctionalInterface
interface Convolution {

  /**
   * Adds the convolution.
   *
   * @param strides the strides over batch, height, width and channels
   * @param padding {@code SAME} or {@code VALID}
   */
  Operand<TFloat32> of(Ops tf, Operand<TFloat32> input, List<Long> strides, String padding);
}
