package org.espalier.nas.tf.layer;

import java.util.List;
import org.espalier.nas.api.network.SpatialDropout;
import org.espalier.nas.api.network.TensorShape;

/** Builder of dropout of whole channels. */
public final class SpatialDropoutBuilder implements LayerBuilder<SpatialDropout> {

  @Override
  public GraphLayer build(LayerContext context, SpatialDropout layer, List<TensorShape> inputs) {
    return Masking.ofChannels(layer.rate(), context, inputs.get(0));
  }
}
