package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import org.apiguardian.api.API;

/**
 * A convolution that filters each channel of an image apart.
 *
 * @param window the size, stride and padding of the kernels
 * @param multiplier the number of output channels for each input channel, positive
 * @param dilation the distance between the pixels that a kernel sees, 1 for neighbours; with a
 *     stride of 1 only
 * @param bias true if a bias is added to each channel
 * @param activation applied to the outputs
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record DepthwiseConv2d(
    Window window, int multiplier, int dilation, boolean bias, Activation activation)
    implements UnaryLayer {

  /** Checks the numbers. */
  public DepthwiseConv2d {
    Objects.requireNonNull(activation);
    if (multiplier <= 0) {
      throw new IllegalArgumentException("multiplier (%d) must be positive.".formatted(multiplier));
    }
    Dilation.require(dilation, window);
  }

  /** Returns a convolution with a channel for each one, without bias and activation function. */
  public static DepthwiseConv2d of(Window window) {
    return new DepthwiseConv2d(window, 1, 1, false, Activation.LINEAR);
  }

  /** Returns this convolution with a dilation. */
  public DepthwiseConv2d dilated(int distance) {
    return new DepthwiseConv2d(window, multiplier, distance, bias, activation);
  }

  @Override
  public TensorShape output(TensorShape input) {
    return window.over(input, channels(input), dilation);
  }

  private int channels(TensorShape input) {
    return Math.multiplyExact(ImageShape.of(input).channels(), multiplier);
  }

  @Override
  public long parameters(TensorShape input) {
    long channels = channels(input);
    return window.size() * channels + (bias ? channels : 0);
  }

  @Override
  public long flops(TensorShape input) {
    long output = output(input).size();
    return 2L * window.size() * output + (bias ? output : 0);
  }

  @Override
  public long activations(TensorShape input) {
    return (1L + activation.keptTensors()) * output(input).size();
  }

  @Override
  public String label() {
    return "depthwise("
        + window
        + (multiplier == 1 ? "" : ", multiplier " + multiplier)
        + Dilation.label(dilation)
        + (bias ? ", bias" : "")
        + (activation == Activation.LINEAR ? "" : ", " + activation)
        + ")";
  }
}
