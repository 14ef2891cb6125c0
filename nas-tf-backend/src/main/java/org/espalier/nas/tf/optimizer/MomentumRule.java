package org.espalier.nas.tf.optimizer;

import org.espalier.nas.api.training.Sgd;
import org.espalier.nas.tf.graph.Variable;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.train.ResourceApplyKerasMomentum;
import org.tensorflow.types.TFloat32;

/** Gradient descent with momentum: m ← μ·m − η·g, w ← w + m; with Nesterov's, w ← w + μ·m − η·g. */
final class MomentumRule implements UpdateRule {
  private final State state;
  private final Operand<TFloat32> learningRate;
  private final Operand<TFloat32> momentum;
  private final boolean nesterov;

  MomentumRule(RuleContext context, Sgd settings) {
    state = context.state();
    learningRate = context.learningRate();
    momentum = context.constant(settings.momentum());
    nesterov = settings.nesterov();
  }

  @Override
  public Op update(Ops tf, Variable<TFloat32> variable, Operand<TFloat32> gradient) {
    return tf.train.resourceApplyKerasMomentum(
        variable.handle(),
        state.slot(variable, "momentum").handle(),
        learningRate,
        gradient,
        momentum,
        ResourceApplyKerasMomentum.useNesterov(nesterov));
  }
}
