package org.espalier.nas.tf.layer;

import java.util.List;
import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.network.TensorShape;

/** Builder of layers that flatten each example to one row. */
public final class FlattenBuilder implements LayerBuilder<Flatten> {

  @Override
  public GraphLayer build(LayerContext context, Flatten layer, List<TensorShape> inputs) {
    int[] rows = {-1, inputs.get(0).size()};
    return (tf, examples, mode) -> tf.reshape(examples.get(0), tf.constant(rows));
  }
}
