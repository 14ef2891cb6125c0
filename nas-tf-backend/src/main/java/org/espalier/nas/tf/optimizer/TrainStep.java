package org.espalier.nas.tf.optimizer;

import java.util.List;
import java.util.Objects;
import org.espalier.nas.tf.graph.Variable;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.types.TFloat32;

/**
 * The operations and variables that an optimizer adds to a graph.
 *
 * @param train one step: updates the variables and counts the iteration
 * @param initialise initialises the state; run it once, before the first step
 * @param state the optimizer's own variables, the count of iterations first; saved and restored
 *     together with the weights, they allow training to continue exactly
 * @param learningRate the step size of the current iteration
 */
public record TrainStep(
    Op train, Op initialise, List<Variable<?>> state, Operand<TFloat32> learningRate) {

  /** Checks and copies. */
  public TrainStep {
    Objects.requireNonNull(train);
    Objects.requireNonNull(initialise);
    Objects.requireNonNull(learningRate);
    state = List.copyOf(state);
  }
}
