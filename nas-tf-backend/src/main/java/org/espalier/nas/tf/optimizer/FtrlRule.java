package org.espalier.nas.tf.optimizer;

import org.espalier.nas.api.training.Ftrl;
import org.espalier.nas.tf.graph.Variable;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * FTRL-Proximal (McMahan et al. 2013, algorithm 1, with β = 0); it pulls towards zero, not towards
 * the initial weights.
 */
final class FtrlRule implements UpdateRule {
  private final State state;
  private final Operand<TFloat32> learningRate;
  private final Operand<TFloat32> l1;
  private final Operand<TFloat32> l2;
  private final Operand<TFloat32> shrinkage;
  private final Operand<TFloat32> power;
  private final double initialAccumulator;

  FtrlRule(RuleContext context, Ftrl settings) {
    state = context.state();
    learningRate = context.learningRate();
    l1 = context.constant(settings.l1());
    l2 = context.constant(settings.l2());
    shrinkage = context.constant(0);
    power = context.constant(-0.5);
    initialAccumulator = settings.initialAccumulator();
  }

  @Override
  public Op update(Ops tf, Variable<TFloat32> variable, Operand<TFloat32> gradient) {
    return tf.train.resourceApplyFtrl(
        variable.handle(),
        state.slot(variable, "accumulator", initialAccumulator).handle(),
        state.slot(variable, "linear").handle(),
        gradient,
        learningRate,
        l1,
        l2,
        shrinkage,
        power);
  }
}
