package org.espalier.nas.tf.layer;

import java.util.List;
import java.util.Objects;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A forward pass in a graph.
 *
 * @param logits the output of the last layer before its activation function
 * @param predictions the output of the last layer
 * @param auxiliary the outputs of the layers of auxiliary outputs before their activation functions
 */
public record Forward(
    Operand<TFloat32> logits, Operand<TFloat32> predictions, List<Operand<TFloat32>> auxiliary) {

  /** Checks and copies. */
  public Forward {
    Objects.requireNonNull(logits);
    Objects.requireNonNull(predictions);
    auxiliary = List.copyOf(auxiliary);
  }
}
