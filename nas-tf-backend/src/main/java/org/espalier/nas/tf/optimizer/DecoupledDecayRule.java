package org.espalier.nas.tf.optimizer;

import org.espalier.nas.tf.graph.Variable;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Decoupled weight decay: each variable shrinks by η·λ before another rule updates it (Loshchilov
 * &amp; Hutter 2019).
 */
final class DecoupledDecayRule implements UpdateRule {
  private final UpdateRule rule;
  private final Operand<TFloat32> decay;

  DecoupledDecayRule(RuleContext context, double weightDecay, UpdateRule rule) {
    this.rule = rule;
    this.decay = context.tf().math.mul(context.learningRate(), context.constant(weightDecay));
  }

  @Override
  public Op update(Ops tf, Variable<TFloat32> variable, Operand<TFloat32> gradient) {
    Op shrunk = tf.assignSubVariableOp(variable.handle(), tf.math.mul(variable.value(), decay));
    return rule.update(tf.withControlDependencies(shrunk), variable, gradient);
  }
}
