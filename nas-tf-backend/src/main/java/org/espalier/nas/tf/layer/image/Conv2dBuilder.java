package org.espalier.nas.tf.layer.image;

import java.util.List;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Conv2d;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.tf.activation.Activations;
import org.espalier.nas.tf.layer.FirstValues;
import org.espalier.nas.tf.layer.GraphLayer;
import org.espalier.nas.tf.layer.LayerBuilder;
import org.espalier.nas.tf.layer.LayerContext;
import org.espalier.nas.tf.layer.Mode;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Builder of convolutions. The kernel has the shape height × width × inputs of a filter × filters,
 * and its fans are those of one output value.
 */
public final class Conv2dBuilder implements LayerBuilder<Conv2d> {

  @Override
  public GraphLayer build(LayerContext context, Conv2d layer, List<TensorShape> inputs) {
    TensorShape image = inputs.get(0);
    int channels = layer.inputsOfFilter(image);
    int pixels = layer.window().size();
    Operand<TFloat32> kernel =
        context.weights(
            "kernel",
            Shape.of(layer.window().height(), layer.window().width(), channels, layer.filters()),
            Math.multiplyExact(pixels, channels),
            Math.multiplyExact(pixels, layer.filters() / layer.groups()));
    Operand<TFloat32> bias =
        layer.bias()
            ? context.variable("bias", Shape.of(layer.filters()), FirstValues.constant(0))
            : null;
    Ops tf = context.tf();
    return pixels == 1 && layer.groups() == 1
        ? new Applied(pointwise(tf, layer, image, kernel), bias, layer.activation())
        : new Applied(
            training(layer, image, kernel), inference(layer, kernel), bias, layer.activation());
  }

  private static ImageFunction pointwise(
      Ops tf, Conv2d layer, TensorShape image, Operand<TFloat32> kernel) {
    return new PointwiseConvolution(
        tf, kernel, layer.inputsOfFilter(image), layer.window().stride(), layer.output(image));
  }

  private static ImageFunction training(Conv2d layer, TensorShape image, Operand<TFloat32> kernel) {
    if (MirroredConvolution.fits(layer)) {
      return new MirroredConvolution(kernel, layer.output(image), layer.dilation());
    }
    Convolution convolution =
        (tf, input, strides, padding) -> tf.nn.conv2d(input, kernel, strides, padding);
    return new DilatedConvolution(convolution, layer.window(), layer.dilation(), image);
  }

  /** Returns the usual operation, whose gradient is wrong if it has a dilation. */
  private static ImageFunction inference(Conv2d layer, Operand<TFloat32> kernel) {
    long stride = layer.window().stride();
    long dilation = layer.dilation();
    List<Long> strides = List.of(1L, stride, stride, 1L);
    String padding = layer.window().padding().name();
    return (tf, images) ->
        tf.nn.conv2d(
            images,
            kernel,
            strides,
            padding,
            org.tensorflow.op.nn.Conv2d.dilations(1L, dilation, dilation, 1L));
  }

  /**
   * A convolution with bias and activation function.
   *
   * @param training the convolution in training
   * @param inference the convolution otherwise, of which exported models consist
   */
  record Applied(
      ImageFunction training,
      ImageFunction inference,
      @Nullable Operand<TFloat32> bias,
      Activation activation)
      implements GraphLayer {

    Applied(ImageFunction convolution, @Nullable Operand<TFloat32> bias, Activation activation) {
      this(convolution, convolution, bias, activation);
    }

    @Override
    public Operand<TFloat32> linear(Ops tf, List<Operand<TFloat32>> inputs, Mode mode) {
      ImageFunction convolution = mode == Mode.TRAINING ? training : inference;
      Operand<TFloat32> convolved = convolution.of(tf, inputs.get(0));
      return bias == null ? convolved : tf.nn.biasAdd(convolved, bias);
    }

    @Override
    public Operand<TFloat32> activate(Ops tf, Operand<TFloat32> linear) {
      return Activations.apply(tf, activation, linear);
    }
  }
}
