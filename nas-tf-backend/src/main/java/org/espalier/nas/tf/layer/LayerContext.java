package org.espalier.nas.tf.layer;

import java.util.Objects;
import org.espalier.nas.tf.graph.Variable;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TInt64;

/**
 * What a layer is built with.
 *
 * @param tf adds to the graph
 * @param name names the layer's variables
 * @param seed from which the layer's random draws derive; of its own
 * @param iteration the count of training steps, so that each step draws anew
 */
public record LayerContext(Ops tf, String name, long seed, Variable<TInt64> iteration) {

  /** Checks that all is there. */
  public LayerContext {
    Objects.requireNonNull(tf);
    Objects.requireNonNull(name);
    Objects.requireNonNull(iteration);
  }
}
