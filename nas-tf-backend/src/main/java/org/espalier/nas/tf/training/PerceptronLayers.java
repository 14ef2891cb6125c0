package org.espalier.nas.tf.training;

import java.util.Set;
import org.espalier.nas.api.network.Activate;
import org.espalier.nas.api.network.Add;
import org.espalier.nas.api.network.Concat;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.Multiply;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.PassThrough;

/**
 * The layers of perceptrons: their operations are short, have no control flow, and keep few values.
 */
final class PerceptronLayers {
  private static final Set<Class<? extends LayerSpec>> KINDS =
      Set.of(
          Activate.class,
          Add.class,
          Concat.class,
          Dense.class,
          Dropout.class,
          Flatten.class,
          Multiply.class,
          PassThrough.class);

  private PerceptronLayers() {}

  /** Returns true if a network, without composed layers, has only these. */
  static boolean areAllOf(NetworkSpec network) {
    return network.layers().stream().allMatch(layer -> KINDS.contains(layer.getClass()));
  }
}
