package org.espalier.nas.tf.loss;

import java.util.Objects;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A loss of a batch in a graph.
 *
 * @param mean Σ wᵢ·lossᵢ / batch, a scalar; it is computed only in runs that fetch it
 * @param gradient the gradient of the mean with respect to the logits, of their shape: the incoming
 *     gradient of {@link org.espalier.nas.tf.graph.Gradients}
 */
public record MeanLoss(Operand<TFloat32> mean, Operand<TFloat32> gradient) {

  /** Checks that neither is null. */
  public MeanLoss {
    Objects.requireNonNull(mean);
    Objects.requireNonNull(gradient);
  }
}
