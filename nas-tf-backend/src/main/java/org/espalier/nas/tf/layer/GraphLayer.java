package org.espalier.nas.tf.layer;

import java.util.List;
import java.util.random.RandomGenerator;
import org.espalier.nas.tf.graph.Variable;
import org.espalier.nas.tf.initializer.Initializer;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A layer that has been added to a graph: its variables, and what it does to an input.
 *
 * <p>It can be applied several times, for example once to train and once to predict; all
 * applications share its variables.
 */
public interface GraphLayer {

  /**
   * What the layer does before its activation function.
   *
   * @param input a batch of examples
   */
  Operand<TFloat32> linear(Ops tf, Operand<TFloat32> input, Mode mode);

  /** Applies the activation function, if the layer has one. */
  default Operand<TFloat32> activate(Ops tf, Operand<TFloat32> linear) {
    return linear;
  }

  /** Whether the layer does something else in training than in inference. */
  default boolean dependsOnMode() {
    return false;
  }

  /** What can be trained, in the order in which it is saved. */
  default List<Variable<TFloat32>> variables() {
    return List.of();
  }

  /** Those of the variables that a penalty on weights applies to: matrices, not biases. */
  default List<Variable<TFloat32>> weights() {
    return List.of();
  }

  /** First values of the variables, in their order. */
  default List<float[]> initialValues(Initializer initializer, RandomGenerator random) {
    return List.of();
  }
}
