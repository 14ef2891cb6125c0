package org.espalier.nas.tf.layer.image;

import org.espalier.nas.api.network.TensorShape;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * A convolution of single pixels as a product of two matrices, all pixels and the kernel, which
 * takes about half of the time of TensorFlow's convolution with its gradients.
 */
final class PointwiseConvolution implements ImageFunction {
  private final Operand<TFloat32> matrix;
  private final Operand<TInt32> rows;
  private final Operand<TInt32> batch;
  private final int stride;

  /**
   * Adds what all applications have in common.
   *
   * @param kernel the kernel, {@code [1, 1, channels, filters]}
   * @param channels the number of channels of the input
   * @param stride the distance between the pixels that are read
   * @param output the shape of the output: height, width, filters
   */
  PointwiseConvolution(
      Ops tf, Operand<TFloat32> kernel, int channels, int stride, TensorShape output) {
    int height = output.dimensions().get(0);
    int width = output.dimensions().get(1);
    int filters = output.dimensions().get(2);
    this.matrix = tf.reshape(kernel, tf.array(channels, filters));
    this.rows = tf.array(-1, channels);
    this.batch = tf.array(-1, height, width, filters);
    this.stride = stride;
  }

  @Override
  public Operand<TFloat32> of(Ops tf, Operand<TFloat32> images) {
    Operand<TFloat32> pixels = tf.reshape(SubsampleBuilder.kept(tf, images, stride), rows);
    return tf.reshape(tf.linalg.matMul(pixels, matrix), batch);
  }
}
