package org.espalier.nas.tf.loss;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.tf.graph.Variable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * λ·Σ w² over weights, added to a loss.
 *
 * @param strength λ, positive
 * @param weights what is penalised, at least one variable
 */
public record L2Penalty(double strength, List<Variable<TFloat32>> weights) {

  /** Checks and copies. */
  public L2Penalty {
    weights = List.copyOf(weights);
    if (!(strength > 0) || Double.isInfinite(strength)) {
      throw new IllegalArgumentException("strength (" + strength + ") must be positive.");
    }
    if (weights.isEmpty()) {
      throw new IllegalArgumentException("weights must hold at least one variable.");
    }
  }

  /** The penalty, a scalar. */
  public Operand<TFloat32> value(Ops tf) {
    List<Operand<TFloat32>> halfSquares =
        weights.stream().<Operand<TFloat32>>map(weight -> tf.nn.l2Loss(weight.value())).toList();
    return tf.math.mul(tf.constant((float) (2 * strength)), tf.math.addN(halfSquares));
  }

  /**
   * The gradients of the loss with the penalty.
   *
   * @param variables what is trained
   * @param gradients of the loss without the penalty, one for each variable
   */
  public List<Operand<TFloat32>> addTo(
      Ops tf, List<Variable<TFloat32>> variables, List<? extends Operand<TFloat32>> gradients) {
    Operand<TFloat32> factor = tf.constant((float) (2 * strength));
    List<Operand<TFloat32>> penalised = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      Variable<TFloat32> variable = variables.get(i);
      penalised.add(
          weights.contains(variable)
              ? tf.math.add(gradients.get(i), tf.math.mul(factor, variable.value()))
              : gradients.get(i));
    }
    return penalised;
  }
}
