package org.espalier.nas.tf.optimizer;

import org.espalier.nas.api.training.Adagrad;
import org.espalier.nas.tf.graph.Variable;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Adagrad (Duchi et al. 2011): a ← a + g², w ← w − η·g/(√a + ε). */
final class AdagradRule implements UpdateRule {
  private final State state;
  private final Operand<TFloat32> learningRate;
  private final Operand<TFloat32> epsilon;
  private final double initialAccumulator;

  AdagradRule(RuleContext context, Adagrad settings) {
    state = context.state();
    learningRate = context.learningRate();
    epsilon = context.constant(settings.epsilon());
    initialAccumulator = settings.initialAccumulator();
  }

  @Override
  public Op update(Ops tf, Variable<TFloat32> variable, Operand<TFloat32> gradient) {
    return tf.train.resourceApplyAdagrad(
        variable.handle(),
        state.slot(variable, "accumulator", initialAccumulator).handle(),
        learningRate,
        epsilon,
        gradient);
  }
}
