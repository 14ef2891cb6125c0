package org.espalier.nas.tf.layer;

import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.TensorShape;

/**
 * Adds layers of one kind to a graph.
 *
 * @param <L> the record that describes the layer
 */
@FunctionalInterface
public interface LayerBuilder<L extends LayerSpec> {

  /**
   * Adds the variables of a layer.
   *
   * @param input the shape of one example that the layer is given
   */
  GraphLayer build(LayerContext context, L layer, TensorShape input);
}
