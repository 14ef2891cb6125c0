package org.espalier.nas.tf.layer.image;

import java.util.List;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.network.Zeros;
import org.espalier.nas.tf.layer.GraphLayer;
import org.espalier.nas.tf.layer.LayerBuilder;
import org.espalier.nas.tf.layer.LayerContext;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Builder of layers that give zeros. */
public final class ZerosBuilder implements LayerBuilder<Zeros> {

  @Override
  public GraphLayer build(LayerContext context, Zeros layer, List<TensorShape> inputs) {
    long stride = layer.stride();
    return (tf, values, mode) -> {
      Operand<TFloat32> kept =
          stride == 1
              ? values.get(0)
              : tf.nn.avgPool(
                  values.get(0), List.of(1L, 1L, 1L, 1L), List.of(1L, stride, stride, 1L), "SAME");
      // A product has a gradient, which a constant has not.
      return tf.math.mul(kept, tf.constant(0f));
    };
  }
}
