package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * A layer that keeps the pixels of an image at equal distances: those at {@code offset}, {@code
 * offset + stride}, … in both directions. A last one that lies beyond the image is 0.
 *
 * @param stride the distance, positive
 * @param offset the first pixel, at least 0 and less than the stride
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Subsample(int stride, int offset) implements UnaryLayer {

  /** Checks the numbers. */
  public Subsample {
    if (stride <= 0 || offset < 0 || offset >= stride) {
      throw new IllegalArgumentException(
          "stride (%d) must be positive and offset (%d) in [0, stride).".formatted(stride, offset));
    }
  }

  @Override
  public TensorShape output(TensorShape input) {
    return Window.of(1, stride).over(input, ImageShape.of(input).channels(), 1);
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
    return "subsample(/" + stride + (offset == 0 ? "" : " from " + offset) + ")";
  }
}
