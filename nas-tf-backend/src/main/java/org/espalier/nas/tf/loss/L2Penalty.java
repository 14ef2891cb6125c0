package org.espalier.nas.tf.loss;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.tf.graph.Variable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The gradient 2·λ·w of the penalty λ·Σ w², added to the gradient of a loss.
 *
 * <p>Training never needs the penalty's value, so its gradient is added in closed form;
 * differentiating the regulariser of tensorflow-framework takes twice as long (docs/adr/0011).
 *
 * @param strength λ, positive
 * @param weights the penalised variables, at least one
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

  /**
   * Returns the gradients of the loss with the penalty, one for each variable.
   *
   * @param variables the trained variables
   * @param gradients the gradients of the loss without the penalty, one for each variable
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
