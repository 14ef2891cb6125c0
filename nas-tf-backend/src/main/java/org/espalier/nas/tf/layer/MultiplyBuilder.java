package org.espalier.nas.tf.layer;

import java.util.Arrays;
import java.util.List;
import org.espalier.nas.api.network.Multiply;
import org.espalier.nas.api.network.TensorShape;

/** Builder of products. */
public final class MultiplyBuilder implements LayerBuilder<Multiply> {

  @Override
  public GraphLayer build(LayerContext context, Multiply layer, List<TensorShape> inputs) {
    TensorShape first = inputs.get(0);
    if (first.equals(inputs.get(1))) {
      return (tf, values, mode) -> tf.math.mul(values.get(0), values.get(1));
    }
    int[] broadcast = new int[first.rank() + 1];
    Arrays.fill(broadcast, 1);
    broadcast[0] = -1;
    broadcast[first.rank()] = first.dimensions().get(first.rank() - 1);
    return (tf, values, mode) ->
        tf.math.mul(values.get(0), tf.reshape(values.get(1), tf.constant(broadcast)));
  }
}
