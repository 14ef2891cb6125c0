package org.espalier.nas.tf.layer.image;

import java.util.List;
import org.espalier.nas.api.network.TakeChannels;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.tf.layer.GraphLayer;
import org.espalier.nas.tf.layer.LayerBuilder;
import org.espalier.nas.tf.layer.LayerContext;

/** Builder of layers that keep the first channels of images. */
public final class TakeChannelsBuilder implements LayerBuilder<TakeChannels> {

  @Override
  public GraphLayer build(LayerContext context, TakeChannels layer, List<TensorShape> inputs) {
    return (tf, images, mode) ->
        tf.slice(images.get(0), tf.array(0, 0, 0, 0), tf.array(-1, -1, -1, layer.channels()));
  }
}
