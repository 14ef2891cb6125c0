package org.espalier.nas.tf.layer;

import java.util.List;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.TensorShape;

/** Builder of dropout. */
public final class DropoutBuilder implements LayerBuilder<Dropout> {

  @Override
  public GraphLayer build(LayerContext context, Dropout layer, List<TensorShape> inputs) {
    return Masking.ofValues(layer.rate(), context);
  }
}
