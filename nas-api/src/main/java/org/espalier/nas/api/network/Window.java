package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import org.apiguardian.api.API;

/**
 * A window that slides over an image.
 *
 * @param height the height in pixels, positive
 * @param width the width in pixels, positive
 * @param stride the distance between its places in both directions, positive
 * @param padding the treatment of the image's border
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Window(int height, int width, int stride, Padding padding) {

  /** Checks the sizes. */
  public Window {
    Objects.requireNonNull(padding);
    if (height <= 0 || width <= 0 || stride <= 0) {
      throw new IllegalArgumentException(
          "height (%d), width (%d) and stride (%d) must be positive."
              .formatted(height, width, stride));
    }
  }

  /** Returns a square window with a stride of 1 and the padding {@link Padding#SAME}. */
  public static Window of(int size) {
    return of(size, 1);
  }

  /** Returns a square window with the padding {@link Padding#SAME}. */
  public static Window of(int size, int stride) {
    return new Window(size, size, stride, Padding.SAME);
  }

  /** Returns the number of pixels under the window. */
  public int size() {
    return Math.multiplyExact(height, width);
  }

  /**
   * Returns the shape of a layer's output whose values are each computed from the pixels under the
   * window.
   *
   * @param input the shape of the image: height, width, channels
   * @param channels the number of channels of the output
   * @param dilation the distance between the pixels that the window sees, 1 for neighbours
   * @throws IllegalArgumentException if the input is no image, or the window larger than an image
   *     without padding
   */
  TensorShape over(TensorShape input, int channels, int dilation) {
    ImageShape image = ImageShape.of(input);
    return TensorShape.of(
        places(image.height(), reach(height, dilation), "height"),
        places(image.width(), reach(width, dilation), "width"),
        channels);
  }

  private static int reach(int size, int dilation) {
    return Math.addExact(Math.multiplyExact(size - 1, dilation), 1);
  }

  private int places(int pixels, int reach, String side) {
    if (padding == Padding.SAME) {
      return (pixels + stride - 1) / stride;
    }
    if (reach > pixels) {
      throw new IllegalArgumentException(
          "A window of %s %d does not fit into an image of %s %d; use padding same or a smaller window."
              .formatted(side, reach, side, pixels));
    }
    return (pixels - reach) / stride + 1;
  }

  /** Returns size, stride and padding, if not 1 and same: {@code 3×3/2 valid}. */
  @Override
  public String toString() {
    return height
        + "×"
        + width
        + (stride == 1 ? "" : "/" + stride)
        + (padding == Padding.SAME ? "" : " " + padding);
  }
}
