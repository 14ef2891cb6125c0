package org.espalier.nas.tf.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.espalier.nas.api.training.Adadelta;
import org.espalier.nas.api.training.Adagrad;
import org.espalier.nas.api.training.Adam;
import org.espalier.nas.api.training.Adamax;
import org.espalier.nas.api.training.Adamw;
import org.espalier.nas.api.training.Ftrl;
import org.espalier.nas.api.training.Nadam;
import org.espalier.nas.api.training.OptimizerSettings;
import org.espalier.nas.api.training.Rmsprop;
import org.espalier.nas.api.training.Sgd;
import org.espalier.nas.tf.graph.Variable;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * An optimizer built from its settings.
 *
 * <p>The formulas are those of Keras 3, including the places where ε is added. The step size is
 * computed from the count of iterations, a variable of the graph, so that a training step is one
 * run that is fed only examples.
 */
public final class Optimizer {
  private final OptimizerSettings settings;

  private Optimizer(OptimizerSettings settings) {
    this.settings = Objects.requireNonNull(settings);
  }

  /** Returns the optimizer of these settings. */
  public static Optimizer of(OptimizerSettings settings) {
    return new Optimizer(settings);
  }

  /** Adds a training step that counts its iterations in a variable of its own. */
  public TrainStep minimise(
      Ops tf, List<Variable<TFloat32>> variables, List<? extends Operand<TFloat32>> gradients) {
    return minimise(tf, Variable.counter(tf, "iteration"), variables, gradients);
  }

  /**
   * Adds a training step to a graph.
   *
   * @param iteration the count of steps; it may also drive other changes from step to step, such as
   *     dropout
   * @param variables the variables to train
   * @param gradients the gradient of the loss with respect to each variable, in order
   */
  public TrainStep minimise(
      Ops tf,
      Variable<TInt64> iteration,
      List<Variable<TFloat32>> variables,
      List<? extends Operand<TFloat32>> gradients) {
    if (variables.isEmpty() || variables.size() != gradients.size()) {
      throw new IllegalArgumentException(
          "variables (%d) must be at least one and as many as gradients (%d)."
              .formatted(variables.size(), gradients.size()));
    }
    State state = new State(tf, iteration);
    Steps steps = new Steps(tf, iteration);
    Operand<TFloat32> learningRate =
        steps.learningRate(settings.learningRate(), settings.schedule());
    UpdateRule rule = rule(new RuleContext(tf, steps, state, learningRate));
    List<? extends Operand<TFloat32>> clipped =
        settings.clipNorm() > 0 ? GlobalNorm.clip(tf, gradients, settings.clipNorm()) : gradients;
    // No variable may change until every gradient is known and the count of steps is read, or they
    // could see new values.
    List<Op> known = new ArrayList<>(clipped);
    known.addAll(steps.reads());
    Ops behindGate = tf.withControlDependencies(tf.withControlDependencies(known).noOp());
    List<Op> updates = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      updates.add(rule.update(behindGate, variables.get(i), clipped.get(i)));
    }
    updates.addAll(state.updates(behindGate));
    return new TrainStep(
        tf.withControlDependencies(updates).noOp(),
        tf.withControlDependencies(state.initialisers()).noOp(),
        state.variables(),
        learningRate);
  }

  private UpdateRule rule(RuleContext context) {
    if (settings instanceof Sgd sgd) {
      return sgd.momentum() > 0 ? new MomentumRule(context, sgd) : new DescentRule(context);
    } else if (settings instanceof Adam adam) {
      return new AdamRule(context, adam.beta1(), adam.beta2(), adam.epsilon());
    } else if (settings instanceof Adamw adamw) {
      AdamRule adam = new AdamRule(context, adamw.beta1(), adamw.beta2(), adamw.epsilon());
      return new DecoupledDecayRule(context, adamw.weightDecay(), adam);
    } else if (settings instanceof Nadam nadam) {
      return new NadamRule(context, nadam);
    } else if (settings instanceof Adamax adamax) {
      return new AdamaxRule(context, adamax);
    } else if (settings instanceof Rmsprop rmsprop) {
      return new RmspropRule(context, rmsprop);
    } else if (settings instanceof Adagrad adagrad) {
      return new AdagradRule(context, adagrad);
    } else if (settings instanceof Adadelta adadelta) {
      return new AdadeltaRule(context, adadelta);
    }
    return new FtrlRule(context, (Ftrl) settings);
  }
}
