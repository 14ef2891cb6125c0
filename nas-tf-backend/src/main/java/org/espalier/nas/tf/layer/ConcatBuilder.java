package org.espalier.nas.tf.layer;

import java.util.List;
import org.espalier.nas.api.network.Concat;
import org.espalier.nas.api.network.TensorShape;

/** Builder of concatenations along the last dimension. */
public final class ConcatBuilder implements LayerBuilder<Concat> {

  @Override
  public GraphLayer build(LayerContext context, Concat layer, List<TensorShape> inputs) {
    return (tf, values, mode) -> tf.concat(values, tf.constant(-1));
  }
}
