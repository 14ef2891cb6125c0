package org.espalier.nas.tf.layer;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A layer whose variables have been added to a graph.
 *
 * <p>It can be applied several times, for example once for training and once for prediction; all
 * applications share its variables.
 */
@API(status = EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface GraphLayer {

  /**
   * Adds the layer's operations before its activation function.
   *
   * @param tf the operations of the graph
   * @param input a batch of examples: a batch dimension, followed by the shape of one example
   * @param mode training or prediction
   * @return a batch of outputs; if the layer is the last one without an activation function, logits
   */
  Operand<TFloat32> linear(Ops tf, Operand<TFloat32> input, Mode mode);

  /**
   * Adds the activation function; returns its input unless overridden.
   *
   * @param tf the operations of the graph
   * @param linear the result of {@link #linear}
   */
  default Operand<TFloat32> activate(Ops tf, Operand<TFloat32> linear) {
    return linear;
  }

  /**
   * Returns true if the layer behaves differently in training and in inference, as dropout does.
   */
  default boolean dependsOnMode() {
    return false;
  }
}
