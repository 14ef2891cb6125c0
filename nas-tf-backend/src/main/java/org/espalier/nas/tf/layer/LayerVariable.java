package org.espalier.nas.tf.layer;

import java.util.random.RandomGenerator;
import org.espalier.nas.tf.graph.Variable;
import org.espalier.nas.tf.initializer.Initializer;
import org.tensorflow.types.TFloat32;

/**
 * A variable of a layer.
 *
 * @param variable the variable of the graph
 * @param kind its use
 * @param first the source of its initial values
 */
record LayerVariable(Variable<TFloat32> variable, Kind kind, Draw first) {

  /** The uses of a variable. */
  enum Kind {
    /** Trained; a penalty on weights applies to it. */
    WEIGHTS,
    /** Trained without a penalty. */
    PARAMETER,
    /** Estimated from training batches. */
    STATE
  }

  /** A source of initial values, which may use the experiment's initializer. */
  @FunctionalInterface
  interface Draw {
    float[] draw(Initializer initializer, RandomGenerator random);
  }

  /** Returns the initial values. */
  float[] draw(Initializer initializer, RandomGenerator random) {
    float[] values = first.draw(initializer, random);
    if (values.length != variable.size()) {
      throw new IllegalStateException(
          "The first values of %s are %d; they must be as many as the variable holds (%d)."
              .formatted(variable, values.length, variable.size()));
    }
    return values;
  }
}
