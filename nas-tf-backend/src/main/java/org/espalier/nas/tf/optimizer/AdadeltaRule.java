package org.espalier.nas.tf.optimizer;

import org.espalier.nas.api.training.Adadelta;
import org.espalier.nas.tf.graph.Variable;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Adadelta (Zeiler 2012, algorithm 1), its step scaled by η. */
final class AdadeltaRule implements UpdateRule {
  private final State state;
  private final Operand<TFloat32> learningRate;
  private final Operand<TFloat32> rho;
  private final Operand<TFloat32> epsilon;

  AdadeltaRule(RuleContext context, Adadelta settings) {
    state = context.state();
    learningRate = context.learningRate();
    rho = context.constant(settings.rho());
    epsilon = context.constant(settings.epsilon());
  }

  @Override
  public Op update(Ops tf, Variable<TFloat32> variable, Operand<TFloat32> gradient) {
    return tf.train.resourceApplyAdadelta(
        variable.handle(),
        state.slot(variable, "gradient").handle(),
        state.slot(variable, "update").handle(),
        learningRate,
        rho,
        epsilon,
        gradient);
  }
}
