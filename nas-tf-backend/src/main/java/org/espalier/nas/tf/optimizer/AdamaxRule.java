package org.espalier.nas.tf.optimizer;

import org.espalier.nas.api.training.Adamax;
import org.espalier.nas.tf.graph.Variable;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** AdaMax (Kingma &amp; Ba 2015, algorithm 2). */
final class AdamaxRule implements UpdateRule {
  private final State state;
  private final Operand<TFloat32> learningRate;
  private final Operand<TFloat32> beta1;
  private final Operand<TFloat32> beta2;
  private final Operand<TFloat32> beta1Power;
  private final Operand<TFloat32> epsilon;

  AdamaxRule(RuleContext context, Adamax settings) {
    state = context.state();
    learningRate = context.learningRate();
    beta1 = context.constant(settings.beta1());
    beta2 = context.constant(settings.beta2());
    beta1Power = context.steps().power(settings.beta1());
    epsilon = context.constant(settings.epsilon());
  }

  @Override
  public Op update(Ops tf, Variable<TFloat32> variable, Operand<TFloat32> gradient) {
    return tf.train.resourceApplyAdaMax(
        variable.handle(),
        state.slot(variable, "m").handle(),
        state.slot(variable, "u").handle(),
        beta1Power,
        learningRate,
        beta1,
        beta2,
        epsilon,
        gradient);
  }
}
