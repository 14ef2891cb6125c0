package org.espalier.nas.tf.layer;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
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
   * @param inputs the outputs of the layers that this one reads, in order; each a batch of
   *     examples: a batch dimension, followed by the shape of one example
   * @param mode the purpose of the forward pass
   * @return a batch of outputs; if the layer is the last one without an activation function, logits
   */
  Operand<TFloat32> linear(Ops tf, List<Operand<TFloat32>> inputs, Mode mode);

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

  /**
   * Adds the statistics of a batch from which the layer's {@linkplain LayerContext#state state} is
   * estimated: before each validation, the state becomes the mean of some training batches'
   * statistics.
   *
   * @param tf the operations of the graph
   * @param inputs the inputs, in {@link Mode#CALIBRATION}
   * @return the statistic of each variable of the state, in order; empty unless overridden
   */
  default List<Operand<TFloat32>> statistics(Ops tf, List<Operand<TFloat32>> inputs) {
    return List.of();
  }
}
