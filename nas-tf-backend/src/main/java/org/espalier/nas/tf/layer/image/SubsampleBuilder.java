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
    List<Integer> sizes = inputs.get(0).dimensions();
    int height = sizes.get(0);
    int width = sizes.get(1);
    return (tf, images, mode) ->
        kept(tf, moved(tf, images.get(0), layer, height, width), layer.stride());
  }

  private static Operand<TFloat32> moved(
      Ops tf, Operand<TFloat32> images, Subsample layer, int height, int width) {
    int offset = layer.offset();
    if (offset == 0) {
      return images;
    }
    int below = beyond(height, layer);
    int right = beyond(width, layer);
    int[][] border = {{0, 0}, {0, below}, {0, right}, {0, 0}};
    Operand<TFloat32> padded =
        below + right == 0 ? images : tf.pad(images, tf.constant(border), tf.constant(0f));
    return tf.slice(padded, tf.array(0, offset, offset, 0), tf.array(-1, -1, -1, -1));
  }

  /** Returns the number of pixels that are missing for the last one that is kept. */
  private static int beyond(int pixels, Subsample layer) {
    int last = (pixels - 1) / layer.stride() * layer.stride() + layer.offset();
    return Math.max(0, last - pixels + 1);
  }

  /** Adds the choice of every pixel at a multiple of the stride in both directions. */
  static Operand<TFloat32> kept(Ops tf, Operand<TFloat32> images, long stride) {
    return stride == 1
        ? images
        : tf.nn.avgPool(images, List.of(1L, 1L, 1L, 1L), List.of(1L, stride, stride, 1L), "VALID");
  }
}
