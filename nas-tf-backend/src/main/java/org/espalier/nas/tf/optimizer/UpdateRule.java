package org.espalier.nas.tf.optimizer;

import org.espalier.nas.tf.graph.Variable;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The update of one variable by an optimizer, given its gradient. */
@FunctionalInterface
interface UpdateRule {

  /**
   * Adds the update of a variable.
   *
   * @param tf the operations of the graph that run after all gradients are known
   */
  Op update(Ops tf, Variable<TFloat32> variable, Operand<TFloat32> gradient);
}
