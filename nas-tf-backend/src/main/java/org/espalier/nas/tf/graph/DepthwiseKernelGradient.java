package org.espalier.nas.tf.graph;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Slice;
import org.tensorflow.types.TFloat32;

/**
 * The gradient of a depthwise convolution with respect to its kernel, by columns of the kernel.
 *
 * <p>oneDNN has fast code for kernels of at most three columns, and takes three to five times as
 * long for wider ones as for their columns apart. Columns at a distance from the middle are those
 * of a narrow kernel that is applied to a shifted image. Each column is the sum of the same
 * products as before, added in another order.
 */
final class DepthwiseKernelGradient {
  private static final String TYPE = "DepthwiseConv2dNativeBackpropFilter";
  private static final int MOST_COLUMNS = 3;
  private static final int ROWS = 0;
  private static final int COLUMNS = 1;
  private static final int CHANNELS = 2;
  private static final int IMAGE_COLUMNS = 2;

  private final Ops tf;
  private final Operand<TFloat32> images;
  private final Operand<TFloat32> incoming;
  private final Shape kernel;
  private final int width;

  private DepthwiseKernelGradient(
      Ops tf, Operand<TFloat32> images, Operand<TFloat32> incoming, Shape kernel) {
    // Slices of the images that were taken in the forward pass would be kept until they are used.
    this.tf = tf.withControlDependencies(List.of(incoming));
    this.images = images;
    this.incoming = incoming;
    this.kernel = kernel;
    this.width = Math.toIntExact(images.shape().get(IMAGE_COLUMNS));
  }

  /** Returns a gradient in a faster form if it is that of a wide depthwise kernel, or itself. */
  static Operand<TFloat32> faster(Ops tf, Operand<TFloat32> gradient) {
    Operation operation = gradient.asOutput().op();
    if (!operation.type().equals(TYPE) || !(operation instanceof GraphOperation made)) {
      return gradient;
    }
    Output<TFloat32> images = made.input(0).expect(TFloat32.class);
    Output<TFloat32> incoming = made.input(2).expect(TFloat32.class);
    return isWide(made, images.shape(), gradient.shape())
        ? new DepthwiseKernelGradient(tf, images, incoming, gradient.shape()).columns()
        : gradient;
  }

  private static boolean isWide(GraphOperation operation, Shape images, Shape kernel) {
    if (images.numDimensions() != 4 || kernel.hasUnknownDimension()) {
      return false;
    }
    long columns = kernel.get(COLUMNS);
    return columns > MOST_COLUMNS
        && columns % 2 == 1
        && columns / 2 < images.get(IMAGE_COLUMNS)
        && operation.attributes().getAttrIntList("strides")[1] == 1
        && operation.attributes().getAttrString("padding").equals("SAME");
  }

  private Operand<TFloat32> columns() {
    List<Operand<TFloat32>> columns = new ArrayList<>();
    columns.add(ofColumns(images, incoming, MOST_COLUMNS));
    int last = Math.toIntExact(kernel.get(COLUMNS) / 2);
    for (int distance = 2; distance <= last; distance += 2) {
      columns.add(0, left(distance, last));
      columns.add(right(distance, last));
    }
    return tf.concat(columns, tf.constant(COLUMNS));
  }

  /** Returns the columns at a distance to the left of the middle and, if there are any, beyond. */
  private Operand<TFloat32> left(int distance, int last) {
    Operand<TFloat32> from = slice(images, IMAGE_COLUMNS, 0, width - distance);
    Operand<TFloat32> to = slice(incoming, IMAGE_COLUMNS, distance, width - distance);
    return distance == last
        ? ofColumns(from, to, 1)
        : slice(ofColumns(from, to, MOST_COLUMNS), COLUMNS, 0, 2);
  }

  /** Returns the columns at a distance to the right of the middle and, if there are any, beyond. */
  private Operand<TFloat32> right(int distance, int last) {
    Operand<TFloat32> from = slice(images, IMAGE_COLUMNS, distance, width - distance);
    Operand<TFloat32> to = slice(incoming, IMAGE_COLUMNS, 0, width - distance);
    return distance == last
        ? ofColumns(from, to, 1)
        : slice(ofColumns(from, to, MOST_COLUMNS), COLUMNS, 1, 2);
  }

  private Operand<TFloat32> ofColumns(Operand<TFloat32> from, Operand<TFloat32> to, int columns) {
    return tf.nn.depthwiseConv2dNativeBackpropFilter(
        from,
        tf.constant(new int[] {size(ROWS), columns, size(CHANNELS), size(CHANNELS + 1)}),
        to,
        List.of(1L, 1L, 1L, 1L),
        "SAME");
  }

  private int size(int dimension) {
    return Math.toIntExact(kernel.get(dimension));
  }

  private Slice<TFloat32> slice(Operand<TFloat32> values, int dimension, int begin, int count) {
    int[] begins = new int[4];
    int[] sizes = {-1, -1, -1, -1};
    begins[dimension] = begin;
    sizes[dimension] = count;
    return tf.slice(values, tf.constant(begins), tf.constant(sizes));
  }
}
