package org.espalier.nas.tf.optimizer;

import org.espalier.nas.api.training.Nadam;
import org.espalier.nas.tf.graph.Variable;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;

/**
 * Nadam (Dozat 2016) with its momentum schedule μ_t = β₁·(1 − 0.96^t/2), t counted from 1.
 *
 * <p>w ← w − η·m̂/(√v̂ + ε), where m̂ = μ_{t+1}·m/(1 − Π_{t+1}) + (1 − μ_t)·g/(1 − Π_t), Π_t is the
 * product of μ_1…μ_t and v̂ = v/(1 − β₂^t).
 */
final class NadamRule implements UpdateRule {
  private static final double SCHEDULE_DECAY = 0.96;

  private final State state;
  private final Operand<TFloat32> beta1Rest;
  private final Operand<TFloat32> beta2Rest;
  private final Operand<TFloat32> momentFactor;
  private final Operand<TFloat32> gradientFactor;
  private final Operand<TFloat32> secondCorrection;
  private final Operand<TFloat32> epsilon;

  NadamRule(RuleContext context, Nadam settings) {
    Ops tf = context.tf();
    state = context.state();
    double beta1 = settings.beta1();
    beta1Rest = context.constant(1 - beta1);
    beta2Rest = context.constant(1 - settings.beta2());
    epsilon = context.constant(settings.epsilon());
    Operand<TFloat32> one = context.constant(1);
    secondCorrection = tf.math.sub(one, context.steps().power(settings.beta2()));

    Operand<TFloat32> mu = momentum(tf, beta1, context.steps().number());
    Operand<TFloat32> nextMu =
        momentum(tf, beta1, tf.math.add(context.steps().number(), tf.constant(1.0)));
    Variable<TFloat32> product = state.scalar("momentum.product", 1);
    Operand<TFloat32> newProduct = tf.math.mul(product.value(), mu);
    state.update(product, newProduct);
    momentFactor = scaled(context, nextMu, tf.math.sub(one, tf.math.mul(newProduct, nextMu)));
    gradientFactor = scaled(context, tf.math.sub(one, mu), tf.math.sub(one, newProduct));
  }

  @Override
  public Op update(Ops tf, Variable<TFloat32> variable, Operand<TFloat32> gradient) {
    Operand<TFloat32> m = average(tf, state.slot(variable, "m"), gradient, beta1Rest);
    Operand<TFloat32> v =
        average(tf, state.slot(variable, "v"), tf.math.square(gradient), beta2Rest);
    Operand<TFloat32> direction =
        tf.math.add(tf.math.mul(m, momentFactor), tf.math.mul(gradient, gradientFactor));
    Operand<TFloat32> deviation =
        tf.math.add(tf.math.sqrt(tf.math.div(v, secondCorrection)), epsilon);
    return tf.assignSubVariableOp(variable.handle(), tf.math.div(direction, deviation));
  }

  /** Returns the new moving average, a + (x − a)·rest, which is also stored. */
  private Operand<TFloat32> average(
      Ops tf, Variable<TFloat32> average, Operand<TFloat32> x, Operand<TFloat32> rest) {
    Operand<TFloat32> updated =
        tf.math.add(average.value(), tf.math.mul(tf.math.sub(x, average.value()), rest));
    state.update(average, updated);
    return updated;
  }

  private static Operand<TFloat32> momentum(Ops tf, double beta1, Operand<TFloat64> number) {
    Operand<TFloat64> warmUp =
        tf.math.mul(tf.constant(0.5), tf.math.pow(tf.constant(SCHEDULE_DECAY), number));
    return tf.dtypes.cast(
        tf.math.mul(tf.constant(beta1), tf.math.sub(tf.constant(1.0), warmUp)), TFloat32.class);
  }

  private static Operand<TFloat32> scaled(
      RuleContext context, Operand<TFloat32> numerator, Operand<TFloat32> denominator) {
    Ops tf = context.tf();
    return tf.math.div(tf.math.mul(context.learningRate(), numerator), denominator);
  }
}
