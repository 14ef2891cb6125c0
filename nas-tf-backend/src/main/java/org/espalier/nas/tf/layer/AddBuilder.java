package org.espalier.nas.tf.layer;

import java.util.List;
import org.espalier.nas.api.network.Add;
import org.espalier.nas.api.network.TensorShape;

/** Builder of sums. */
public final class AddBuilder implements LayerBuilder<Add> {

  @Override
  public GraphLayer build(LayerContext context, Add layer, List<TensorShape> inputs) {
    return (tf, values, mode) ->
        values.size() == 2 ? tf.math.add(values.get(0), values.get(1)) : tf.math.addN(values);
  }
}
