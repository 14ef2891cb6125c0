package org.espalier.nas.tf.layer.image;

import java.util.List;
import org.espalier.nas.api.network.Padding;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.network.Window;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * A convolution whose kernel sees pixels at a distance.
 *
 * <p>The gradients of TensorFlow-Java's own dilated convolutions are wrong. Here the pixels that
 * are convolved together become images of their own (space to batch), which are convolved without
 * padding.
 *
 * @param convolution the convolution of neighbouring pixels
 * @param dilation the distance, 1 for neighbours
 * @param image the shape of the input
 */
record DilatedConvolution(Convolution convolution, Window window, int dilation, TensorShape image)
    implements ImageFunction {

  @Override
  public Operand<TFloat32> of(Ops tf, Operand<TFloat32> input) {
    if (dilation == 1) {
      long stride = window.stride();
      return convolution.of(tf, input, List.of(1L, stride, stride, 1L), window.padding().name());
    }
    Extent rows = Extent.of(image.dimensions().get(0), window.height(), dilation, window.padding());
    Extent columns =
        Extent.of(image.dimensions().get(1), window.width(), dilation, window.padding());
    Operand<TInt32> block = tf.array(dilation, dilation);
    Operand<TFloat32> batches =
        tf.spaceToBatchNd(
            input,
            block,
            tf.constant(
                new int[][] {{rows.before(), rows.after()}, {columns.before(), columns.after()}}));
    Operand<TFloat32> convolved =
        convolution.of(tf, batches, List.of(1L, 1L, 1L, 1L), Padding.VALID.name());
    return tf.batchToSpaceNd(
        convolved, block, tf.constant(new int[][] {{0, rows.surplus()}, {0, columns.surplus()}}));
  }

  /** The padding of one side of an image, and the surplus that is cut off afterwards. */
  private record Extent(int before, int after, int surplus) {

    static Extent of(int pixels, int kernel, int dilation, Padding padding) {
      int border = padding == Padding.SAME ? (kernel - 1) * dilation : 0;
      int surplus = Math.floorMod(-(pixels + border), dilation);
      return new Extent(border / 2, border - border / 2 + surplus, surplus);
    }
  }
}
