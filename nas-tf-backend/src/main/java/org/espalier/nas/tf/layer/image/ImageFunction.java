package org.espalier.nas.tf.layer.image;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A function of a batch of images. */
@FunctionalInterface
interface ImageFunction {

  /** Adds the function's operations. */
  Operand<TFloat32> of(Ops tf, Operand<TFloat32> images);
}
