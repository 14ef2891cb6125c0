package org.espalier.nas.tf.layer.image;

import java.util.List;
import org.espalier.nas.api.network.Subsample;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.tf.layer.GraphLayer;
import org.espalier.nas.tf.layer.LayerBuilder;
import org.espalier.nas.tf.layer.LayerContext;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Builder of subsampling: an average pool over one pixel with a stride, after the image was moved
 * by the offset.
 */
public final class SubsampleBuilder implements LayerBuilder<Subsample> {

  @Override
  public GraphLayer build(LayerContext context, Subsample layer, List<TensorShape> inputs) {
    int height = inputs.get(0).dimensions().get(0);
    int width = inputs.get(0).dimensions().get(1);
    return (tf, images, mode) -> kept(tf, moved(tf, images.get(0), layer, height, width), layer);
  }

  private static Operand<TFloat32> moved(
      Ops tf, Operand<TFloat32> images, Subsample layer, int height, int width) {
    if (layer.offset() == 0) {
      return images;
    }
    int offset = layer.offset();
    int[][] border = {{0, 0}, {0, offset}, {0, offset}, {0, 0}};
    return tf.slice(
        tf.pad(images, tf.constant(border), tf.constant(0f)),
        tf.array(0, offset, offset, 0),
        tf.array(-1, height, width, -1));
  }

  private static Operand<TFloat32> kept(Ops tf, Operand<TFloat32> images, Subsample layer) {
    long stride = layer.stride();
    return stride == 1
        ? images
        : tf.nn.avgPool(images, List.of(1L, 1L, 1L, 1L), List.of(1L, stride, stride, 1L), "VALID");
  }
}
