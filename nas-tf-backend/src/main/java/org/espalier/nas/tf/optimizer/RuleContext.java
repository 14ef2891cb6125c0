package org.espalier.nas.tf.optimizer;

import org.espalier.nas.api.training.OptimizerSettings;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** What an update rule is made from. */
record RuleContext(
    Ops tf, OptimizerSettings settings, Steps steps, State state, Operand<TFloat32> learningRate) {

  /** A constant of the rule, shared by all variables. */
  Operand<TFloat32> constant(double value) {
    return tf.constant((float) value);
  }
}
