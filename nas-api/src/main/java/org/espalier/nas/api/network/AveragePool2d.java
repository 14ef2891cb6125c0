package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import org.apiguardian.api.API;

/**
 * The mean of each channel over a window; pixels of the padding do not count.
 *
 * @param window the size, stride and padding
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record AveragePool2d(Window window) implements UnaryLayer {

  /** Checks that the window is not null. */
  public AveragePool2d {
    Objects.requireNonNull(window);
  }

  @Override
  public TensorShape output(TensorShape input) {
    return window.over(input, ImageShape.of(input).channels(), 1);
  }

  @Override
  public long parameters(TensorShape input) {
    return 0;
  }

  @Override
  public long flops(TensorShape input) {
    return (long) window.size() * output(input).size();
  }

  @Override
  public String label() {
    return "average-pool(" + window + ")";
  }
}
