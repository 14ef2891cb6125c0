package org.espalier.nas.tf.optimizer;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The parts that all update rules share. */
record RuleContext(Ops tf, Steps steps, State state, Operand<TFloat32> learningRate) {

  /** Returns a constant of the rule, shared by all variables. */
  Operand<TFloat32> constant(double value) {
    return tf.constant((float) value);
  }
}
