package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * A depthwise separable convolution: a depthwise one without bias, followed by one of 1×1.
 *
 * @param filters the number of output channels, positive
 * @param window the size, stride and padding of the depthwise kernels
 * @param dilation the dilation of the depthwise kernels
 * @param bias true if a bias is added to each output channel
 * @param activation applied to the outputs
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record SeparableConv2d(
    int filters, Window window, int dilation, boolean bias, Activation activation)
    implements ComposedLayer {

  /** Checks the numbers. */
  public SeparableConv2d {
    Objects.requireNonNull(activation);
    if (filters <= 0) {
      throw new IllegalArgumentException("filters (%d) must be positive.".formatted(filters));
    }
    Dilation.require(dilation, window);
  }

  /** Returns a convolution with bias, without dilation and activation function. */
  public static SeparableConv2d of(int filters, Window window) {
    return new SeparableConv2d(filters, window, 1, true, Activation.LINEAR);
  }

  /** Returns this convolution without bias, as it stands before a batch normalisation. */
  public SeparableConv2d withoutBias() {
    return new SeparableConv2d(filters, window, dilation, false, activation);
  }

  @Override
  public LayerGraph graph(List<TensorShape> inputs) {
    Conv2d pointwise = Conv2d.of(filters, Window.of(1)).with(activation);
    return LayerGraph.chain(
        inputs,
        DepthwiseConv2d.of(window).dilated(dilation),
        bias ? pointwise : pointwise.withoutBias());
  }

  @Override
  public String label() {
    return "separable("
        + filters
        + ", "
        + window
        + Dilation.label(dilation)
        + (bias ? "" : ", no bias")
        + (activation == Activation.LINEAR ? "" : ", " + activation)
        + ")";
  }
}
