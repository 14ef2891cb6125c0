package org.espalier.nas.tf.optimizer;

import org.espalier.nas.tf.graph.Variable;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Adam (Kingma &amp; Ba 2015, the efficient form at the end of section 2). */
final class AdamRule implements UpdateRule {
  private final State state;
  private final Operand<TFloat32> learningRate;
  private final Operand<TFloat32> beta1;
  private final Operand<TFloat32> beta2;
  private final Operand<TFloat32> beta1Power;
  private final Operand<TFloat32> beta2Power;
  private final Operand<TFloat32> epsilon;

  AdamRule(RuleContext context, double beta1, double beta2, double epsilon) {
    state = context.state();
    learningRate = context.learningRate();
    this.beta1 = context.constant(beta1);
    this.beta2 = context.constant(beta2);
    beta1Power = context.steps().power(beta1);
    beta2Power = context.steps().power(beta2);
    this.epsilon = context.constant(epsilon);
  }

  @Override
  public Op update(Ops tf, Variable<TFloat32> variable, Operand<TFloat32> gradient) {
    return tf.train.resourceApplyAdam(
        variable.handle(),
        state.slot(variable, "m").handle(),
        state.slot(variable, "v").handle(),
        beta1Power,
        beta2Power,
        learningRate,
        beta1,
        beta2,
        epsilon,
        gradient);
  }
}
