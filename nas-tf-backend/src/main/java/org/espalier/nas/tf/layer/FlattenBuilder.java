package org.espalier.nas.tf.layer;

import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.network.TensorShape;

/** Builder of layers that flatten each example to one row. */
public final class FlattenBuilder implements LayerBuilder<Flatten> {

  @Override
  public GraphLayer build(LayerContext context, Flatten layer, TensorShape input) {
    int[] rows = {-1, input.size()};
    return (tf, examples, mode) -> tf.reshape(examples, tf.constant(rows));
  }
}
