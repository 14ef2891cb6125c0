package org.espalier.nas.tf.layer;

import java.util.List;
import org.espalier.nas.api.network.DropPath;
import org.espalier.nas.api.network.TensorShape;

/** Builder of drop-path. */
public final class DropPathBuilder implements LayerBuilder<DropPath> {

  @Override
  public GraphLayer build(LayerContext context, DropPath layer, List<TensorShape> inputs) {
    return Masking.ofExamples(layer.rate(), layer.scheduled(), context, inputs.get(0));
  }
}
