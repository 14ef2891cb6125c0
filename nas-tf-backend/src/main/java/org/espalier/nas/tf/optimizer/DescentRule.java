package org.espalier.nas.tf.optimizer;

import org.espalier.nas.tf.graph.Variable;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Plain gradient descent: w − η·g. */
final class DescentRule implements UpdateRule {
  private final Operand<TFloat32> learningRate;

  DescentRule(RuleContext context) {
    learningRate = context.learningRate();
  }

  @Override
  public Op update(Ops tf, Variable<TFloat32> variable, Operand<TFloat32> gradient) {
    return tf.train.resourceApplyGradientDescent(variable.handle(), learningRate, gradient);
  }
}
