package org.espalier.nas.tf.policy;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.policy.PolicyUpdate;
import org.espalier.nas.api.training.OptimizerSettings;
import org.espalier.nas.tf.graph.Checkpoint;
import org.espalier.nas.tf.graph.Gradients;
import org.espalier.nas.tf.graph.GraphSession;
import org.espalier.nas.tf.graph.SessionRunner;
import org.espalier.nas.tf.graph.Variable;
import org.espalier.nas.tf.optimizer.Optimizer;
import org.espalier.nas.tf.optimizer.TrainStep;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A minimiser of an objective, which differentiates it, adds regularisation and runs the optimizer.
 */
final class Trainer {
  private final Session session;
  private final LossTerms objective;
  private final Operand<TFloat32> gradientNorm;
  private final TrainStep step;
  private final List<Variable<?>> state = new ArrayList<>();

  /** Adds the training step to the graph and initialises all variables. */
  Trainer(
      GraphSession graph,
      WeightSet weights,
      LossTerms objective,
      OptimizerSettings optimizer,
      double l2) {
    Ops tf = graph.tf();
    this.session = graph.session();
    this.objective = objective;
    Operand<TFloat32> loss = regularised(tf, objective.total(), weights, l2);
    List<Operand<TFloat32>> gradients =
        Gradients.of(graph, loss, tf.constant(1f), weights.variables());
    this.gradientNorm = tf.math.sqrt(sumOfSquares(tf, gradients));
    this.step = Optimizer.of(optimizer).minimise(tf, weights.variables(), gradients);
    state.addAll(weights.variables());
    state.addAll(step.state());
    state.addAll(weights.untrained());
    weights.initialise(session);
    graph.run(List.of(step.initialise()));
  }

  private static Operand<TFloat32> regularised(
      Ops tf, Operand<TFloat32> loss, WeightSet weights, double l2) {
    if (l2 == 0) {
      return loss;
    }
    List<Operand<TFloat32>> matrices =
        weights.matrices().stream().<Operand<TFloat32>>map(Variable::value).toList();
    return tf.math.add(loss, tf.math.mul(tf.constant((float) l2), sumOfSquares(tf, matrices)));
  }

  /** Returns the sum of the squares of all elements. */
  static Operand<TFloat32> sumOfSquares(Ops tf, List<Operand<TFloat32>> operands) {
    List<Operand<TFloat32>> halves =
        operands.stream().<Operand<TFloat32>>map(tf.nn::l2Loss).toList();
    return tf.math.mul(tf.constant(2f), tf.math.addN(halves));
  }

  /** Trains for some epochs on the same feeds and returns the statistics of the last one. */
  PolicyUpdate train(Feeds feeds, int epochs) {
    for (int epoch = 1; epoch < epochs; epoch++) {
      feeds.to(new SessionRunner(session)).addTarget(step.train()).run().close();
    }
    SessionRunner runner =
        feeds
            .to(new SessionRunner(session))
            .addTarget(step.train())
            .fetch(objective.policy())
            .fetch(objective.entropy())
            .fetch(objective.predictor())
            .fetch(gradientNorm);
    try (Result result = runner.run()) {
      return new PolicyUpdate(
          Fetched.scalar(result, 0),
          Fetched.scalar(result, 1),
          Fetched.scalar(result, 2),
          Fetched.scalar(result, 3));
    }
  }

  byte[] snapshot() {
    return Checkpoint.save(session, state);
  }

  void restore(byte[] snapshot) {
    Checkpoint.restore(session, state, snapshot);
  }
}
