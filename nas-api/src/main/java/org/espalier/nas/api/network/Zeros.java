package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * A layer that gives zeros whatever its input.
 *
 * @param stride the factor by which height and width of an image shrink, positive; 1 for inputs
 *     that are no images
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Zeros(int stride) implements UnaryLayer {

  /** Checks the stride. */
  public Zeros {
    if (stride <= 0) {
      throw new IllegalArgumentException("stride (%d) must be positive.".formatted(stride));
    }
  }

  @Override
  public TensorShape output(TensorShape input) {
    return stride == 1
        ? input
        : Window.of(1, stride).over(input, ImageShape.of(input).channels(), 1);
  }

  @Override
  public long parameters(TensorShape input) {
    return 0;
  }

  @Override
  public long flops(TensorShape input) {
    return 0;
  }

  @Override
  public String label() {
    return stride == 1 ? "zero" : "zero(/" + stride + ")";
  }
}
