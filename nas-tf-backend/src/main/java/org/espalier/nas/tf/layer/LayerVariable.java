package org.espalier.nas.tf.layer;

import java.util.random.RandomGenerator;
import org.espalier.nas.tf.graph.Variable;
import org.espalier.nas.tf.initializer.Initializer;
import org.tensorflow.types.TFloat32;

/**
 * A variable of a layer.
 *
 * @param variable the variable of the graph
 * @param penalised true if a penalty on weights applies to it
 * @param first the source of its initial values
 */
record LayerVariable(Variable<TFloat32> variable, boolean penalised, Draw first) {

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
