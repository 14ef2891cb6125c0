package org.espalier.nas.tf.layer;

import java.util.Objects;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A forward pass in a graph.
 *
 * @param logits the output of the last layer before its activation function
 * @param predictions the output of the last layer
 */
public record Forward(Operand<TFloat32> logits, Operand<TFloat32> predictions) {

  /** Checks that neither is null. */
  public Forward {
    Objects.requireNonNull(logits);
    Objects.requireNonNull(predictions);
  }
}
