package org.espalier.nas.tf.layer.image;

import java.util.List;
import org.espalier.nas.api.network.DepthwiseConv2d;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.tf.layer.FirstValues;
import org.espalier.nas.tf.layer.GraphLayer;
import org.espalier.nas.tf.layer.LayerBuilder;
import org.espalier.nas.tf.layer.LayerContext;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/**
 * Builder of depthwise convolutions. The kernel has the shape height × width × channels ×
 * multiplier, and its fans are those of one output value.
 */
public final class DepthwiseConv2dBuilder implements LayerBuilder<DepthwiseConv2d> {

  @Override
  public GraphLayer build(LayerContext context, DepthwiseConv2d layer, List<TensorShape> inputs) {
    TensorShape image = inputs.get(0);
    int channels = image.dimensions().get(2);
    int pixels = layer.window().size();
    Operand<TFloat32> kernel =
        context.weights(
            "kernel",
            Shape.of(layer.window().height(), layer.window().width(), channels, layer.multiplier()),
            pixels,
            Math.multiplyExact(pixels, layer.multiplier()));
    Operand<TFloat32> bias =
        layer.bias()
            ? context.variable(
                "bias", Shape.of((long) channels * layer.multiplier()), FirstValues.constant(0))
            : null;
    Convolution convolution =
        (tf, input, strides, padding) ->
            tf.nn.depthwiseConv2dNative(input, kernel, strides, padding);
    return new Conv2dBuilder.Applied(
        new DilatedConvolution(convolution, layer.window(), layer.dilation(), image),
        bias,
        layer.activation());
  }
}
