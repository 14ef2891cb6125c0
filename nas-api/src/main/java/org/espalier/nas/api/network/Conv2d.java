package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import org.apiguardian.api.API;

/**
 * A convolution over images.
 *
 * @param filters the number of output channels, positive
 * @param window the size, stride and padding of the kernel
 * @param groups the number of groups into which input and output channels are divided, each
 *     convolved apart; it divides both numbers
 * @param dilation the distance between the pixels that the kernel sees, 1 for neighbours; with a
 *     stride of 1 only
 * @param bias true if a bias is added to each channel
 * @param activation applied to the outputs
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Conv2d(
    int filters, Window window, int groups, int dilation, boolean bias, Activation activation)
    implements UnaryLayer {

  /** Checks the numbers. */
  public Conv2d {
    Objects.requireNonNull(activation);
    if (filters <= 0 || groups <= 0 || filters % groups != 0) {
      throw new IllegalArgumentException(
          "filters (%d) must be a positive multiple of groups (%d).".formatted(filters, groups));
    }
    Dilation.require(dilation, window);
  }

  /** Returns a convolution with bias, without groups, dilation and activation function. */
  public static Conv2d of(int filters, Window window) {
    return new Conv2d(filters, window, 1, 1, true, Activation.LINEAR);
  }

  /** Returns this convolution with another activation function. */
  public Conv2d with(Activation function) {
    return new Conv2d(filters, window, groups, dilation, bias, function);
  }

  /** Returns this convolution without bias, as it stands before a batch normalisation. */
  public Conv2d withoutBias() {
    return new Conv2d(filters, window, groups, dilation, false, activation);
  }

  /** Returns this convolution in groups. */
  public Conv2d grouped(int number) {
    return new Conv2d(filters, window, number, dilation, bias, activation);
  }

  /** Returns this convolution with a dilation. */
  public Conv2d dilated(int distance) {
    return new Conv2d(filters, window, groups, distance, bias, activation);
  }

  /** Returns the number of input channels that each filter sees. */
  public int inputsOfFilter(TensorShape input) {
    return ImageShape.of(input).channels() / groups;
  }

  @Override
  public TensorShape output(TensorShape input) {
    int channels = ImageShape.of(input).channels();
    if (channels % groups != 0) {
      throw new IllegalArgumentException(
          "groups (%d) must divide the channels of the input (%d).".formatted(groups, channels));
    }
    return window.over(input, filters, dilation);
  }

  @Override
  public long parameters(TensorShape input) {
    return (long) window.size() * inputsOfFilter(input) * filters + (bias ? filters : 0);
  }

  @Override
  public long flops(TensorShape input) {
    long output = output(input).size();
    return Math.multiplyExact(2L * window.size() * inputsOfFilter(input), output)
        + (bias ? output : 0);
  }

  @Override
  public long activations(TensorShape input) {
    return (1L + activation.keptTensors()) * output(input).size();
  }

  @Override
  public String label() {
    return "conv("
        + filters
        + ", "
        + window
        + (groups == 1 ? "" : ", groups " + groups)
        + Dilation.label(dilation)
        + (bias ? "" : ", no bias")
        + (activation == Activation.LINEAR ? "" : ", " + activation)
        + ")";
  }
}
