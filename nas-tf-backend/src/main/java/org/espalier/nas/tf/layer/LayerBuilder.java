package org.espalier.nas.tf.layer;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;
import org.espalier.nas.api.network.LayerImplementation;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.TensorShape;

/**
 * Adds the layers of one record to TensorFlow graphs. A plugin registers its class by {@link
 * org.espalier.nas.api.plugin.PluginRegistry#layer}; it has a public constructor without
 * parameters.
 *
 * @param <L> the record that describes the layer
 */
@API(status = EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface LayerBuilder<L extends LayerSpec> extends LayerImplementation<L> {

  /**
   * Adds the variables of a layer to a graph.
   *
   * @param context adds them; their values in all are as many as {@link LayerSpec#parameters} says
   * @param layer describes the layer
   * @param input the shape of one example that the layer is given
   * @return applies the layer
   */
  GraphLayer build(LayerContext context, L layer, TensorShape input);
}
