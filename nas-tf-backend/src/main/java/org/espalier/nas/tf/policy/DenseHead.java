package org.espalier.nas.tf.policy;

import org.espalier.nas.tf.graph.Variable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A fully connected layer without activation on top of the trunk. */
final class DenseHead {
  private final Ops tf;
  private final Variable<TFloat32> kernel;
  private final Variable<TFloat32> bias;

  DenseHead(Ops tf, WeightSet weights, String name, int inputs, int units) {
    this.tf = tf;
    this.kernel = weights.matrix(name + ".kernel", inputs, units);
    this.bias = weights.bias(name + ".bias", units);
  }

  Operand<TFloat32> of(Operand<TFloat32> inputs) {
    return tf.math.add(tf.linalg.matMul(inputs, kernel.value()), bias.value());
  }
}
