package org.espalier.nas.tf.layer;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import org.apiguardian.api.API;
import org.espalier.nas.api.network.LayerImplementation;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.TensorShape;

/**
 * A builder of the layers of one record in TensorFlow graphs. A plugin registers its class with
 * {@link org.espalier.nas.api.plugin.PluginRegistry#layer}; the class has a public constructor
 * without parameters.
 *
 * @param <L> the record that describes the layer
 */
@API(status = EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface LayerBuilder<L extends LayerSpec> extends LayerImplementation<L> {

  /**
   * Adds the variables of a layer to a graph.
   *
   * @param context creates the variables; their values must number {@link LayerSpec#parameters} in
   *     total
   * @param layer the description of the layer
   * @param inputs the shape of one example of each input, in order
   * @return the layer, ready to be applied
   */
  GraphLayer build(LayerContext context, L layer, List<TensorShape> inputs);
}
