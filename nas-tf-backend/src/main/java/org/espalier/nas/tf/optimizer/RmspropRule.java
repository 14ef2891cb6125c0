package org.espalier.nas.tf.optimizer;

import org.espalier.nas.api.training.Rmsprop;
import org.espalier.nas.tf.graph.Variable;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** RMSProp: v ← ρ·v + (1 − ρ)·g², m ← μ·m + η·g/√(v + ε), w ← w − m. */
final class RmspropRule implements UpdateRule {
  private final State state;
  private final Operand<TFloat32> learningRate;
  private final Operand<TFloat32> rho;
  private final Operand<TFloat32> momentum;
  private final Operand<TFloat32> epsilon;

  RmspropRule(RuleContext context, Rmsprop settings) {
    state = context.state();
    learningRate = context.learningRate();
    rho = context.constant(settings.rho());
    momentum = context.constant(settings.momentum());
    epsilon = context.constant(settings.epsilon());
  }

  @Override
  public Op update(Ops tf, Variable<TFloat32> variable, Operand<TFloat32> gradient) {
    return tf.train.resourceApplyRmsProp(
        variable.handle(),
        state.slot(variable, "v").handle(),
        state.slot(variable, "momentum").handle(),
        learningRate,
        rho,
        momentum,
        epsilon,
        gradient);
  }
}
