package org.espalier.nas.tf.layer.image;

import java.util.List;
import org.espalier.nas.api.network.AveragePool2d;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.network.Window;
import org.espalier.nas.tf.layer.GraphLayer;
import org.espalier.nas.tf.layer.LayerBuilder;
import org.espalier.nas.tf.layer.LayerContext;

/** Builder of average pools, in which pixels of the padding do not count. */
public final class AveragePool2dBuilder implements LayerBuilder<AveragePool2d> {

  @Override
  public GraphLayer build(LayerContext context, AveragePool2d layer, List<TensorShape> inputs) {
    Window window = layer.window();
    long stride = window.stride();
    List<Long> size = List.of(1L, (long) window.height(), (long) window.width(), 1L);
    List<Long> strides = List.of(1L, stride, stride, 1L);
    return (tf, images, mode) ->
        tf.nn.avgPool(images.get(0), size, strides, window.padding().name());
  }
}
