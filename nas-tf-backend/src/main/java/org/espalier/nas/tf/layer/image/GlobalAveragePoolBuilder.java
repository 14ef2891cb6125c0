package org.espalier.nas.tf.layer.image;

import java.util.List;
import org.espalier.nas.api.network.GlobalAveragePool;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.tf.layer.GraphLayer;
import org.espalier.nas.tf.layer.LayerBuilder;
import org.espalier.nas.tf.layer.LayerContext;

/** Builder of means over whole images. */
public final class GlobalAveragePoolBuilder implements LayerBuilder<GlobalAveragePool> {

  @Override
  public GraphLayer build(LayerContext context, GlobalAveragePool layer, List<TensorShape> inputs) {
    return (tf, images, mode) -> tf.math.mean(images.get(0), tf.array(1, 2));
  }
}
