package org.espalier.nas.tf.optimizer;

import org.espalier.nas.tf.graph.Variable;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** How one optimizer changes one variable, given its gradient. */
@FunctionalInterface
interface UpdateRule {

  /**
   * Adds the update of a variable.
   *
   * @param tf adds operations that run after all gradients are known
   */
  Op update(Ops tf, Variable<TFloat32> variable, Operand<TFloat32> gradient);
}
