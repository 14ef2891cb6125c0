package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * A layer that surrounds an image with zeros; where the border is odd, the larger half is below or
 * right.
 *
 * @param height the height of the output, positive
 * @param width the width of the output, positive
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record PadImage(int height, int width) implements UnaryLayer {

  /** Checks the sizes. */
  public PadImage {
    if (height <= 0 || width <= 0) {
      throw new IllegalArgumentException(
          "height (%d) and width (%d) must be positive.".formatted(height, width));
    }
  }

  @Override
  public TensorShape output(TensorShape input) {
    ImageShape image = ImageShape.of(input);
    if (image.height() > height || image.width() > width) {
      throw new IllegalArgumentException(
          "An image of %s cannot be padded to %d×%d.".formatted(input, height, width));
    }
    return TensorShape.of(height, width, image.channels());
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
    return "pad(" + height + "×" + width + ")";
  }
}
