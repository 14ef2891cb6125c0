package org.espalier.nas.tf.layer.image;

import java.util.List;
import org.espalier.nas.api.network.Conv2d;
import org.espalier.nas.api.network.Padding;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.network.Window;
import org.espalier.nas.tf.graph.GraphSession;
import org.tensorflow.Operand;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.Conv2dBackpropInput;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * A dilated convolution as the transpose of the convolution with the mirrored kernel.
 *
 * <p>TensorFlow computes dilated convolutions fast, but leaves the dilation out of the gradient of
 * the usual operation, not out of that of the transposed one. Its kernels without oneDNN cannot
 * compute these gradients.
 *
 * @param kernel the kernel, {@code [height, width, channels, filters]}, with odd sizes
 * @param output the shape of the output: height and width of the input, filters
 * @param dilation the distance of the pixels that the kernel sees
 */
record MirroredConvolution(Operand<TFloat32> kernel, TensorShape output, long dilation)
    implements ImageFunction {

  /** The ability of this process, found out when it is first needed. */
  private static final class OfProcess {
    static final boolean SUPPORTED = probe();

    private static boolean probe() {
      try (GraphSession graph = new GraphSession()) {
        Ops tf = graph.tf();
        Operand<TFloat32> kernel = tf.fill(tf.array(3, 3, 1, 1), tf.constant(1f));
        Operand<TFloat32> image = tf.fill(tf.array(1, 5, 5, 1), tf.constant(1f));
        graph.run(
            List.of(new MirroredConvolution(kernel, TensorShape.of(5, 5, 1), 2).of(tf, image)));
        return true;
      } catch (TensorFlowException | TFInvalidArgumentException | TFUnimplementedException e) {
        return false;
      }
    }
  }

  /** Returns true for dilated convolutions that this process can train in this form. */
  static boolean fits(Conv2d layer) {
    Window window = layer.window();
    return layer.dilation() > 1
        && layer.groups() == 1
        && window.padding() == Padding.SAME
        && window.size() > 1
        && window.size() % 2 == 1
        && OfProcess.SUPPORTED;
  }

  @Override
  public Operand<TFloat32> of(Ops tf, Operand<TFloat32> images) {
    Operand<TFloat32> mirrored =
        tf.linalg.transpose(tf.reverse(kernel, tf.array(0, 1)), tf.array(0, 1, 3, 2));
    List<Integer> sizes = output.dimensions();
    Operand<TInt32> batch = tf.slice(tf.shape(images), tf.array(0), tf.array(1));
    Operand<TInt32> shape =
        tf.concat(
            List.of(batch, tf.array(sizes.get(0), sizes.get(1), sizes.get(2))), tf.constant(0));
    return tf.nn.conv2dBackpropInput(
        shape,
        mirrored,
        images,
        List.of(1L, 1L, 1L, 1L),
        "SAME",
        Conv2dBackpropInput.dilations(1L, dilation, dilation, 1L));
  }
}
