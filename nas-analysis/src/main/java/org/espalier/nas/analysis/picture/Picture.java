package org.espalier.nas.analysis.picture;

import java.util.List;
import org.espalier.nas.api.data.Pixels;
import org.espalier.nas.api.network.TensorShape;

/** An image of bytes: height × width × channels, row after row. */
public final class Picture {
  private static final int MOST_PIXELS = 64;

  private final int height;
  private final int width;
  private final int channels;
  private final byte[] levels;

  /**
   * Creates an image.
   *
   * @param height the number of rows, positive
   * @param width the number of columns, positive
   * @param channels values of each pixel: one or two, of which the first is grey, or red, green,
   *     blue and others that are ignored
   * @param levels height × width × channels values from 0 to 255, row after row; copied
   */
  public Picture(int height, int width, int channels, byte[] levels) {
    if (height < 1 || width < 1 || channels < 1 || levels.length != height * width * channels) {
      throw new IllegalArgumentException(
          "levels (%d) must be height (%d) × width (%d) × channels (%d), all positive."
              .formatted(levels.length, height, width, channels));
    }
    this.height = height;
    this.width = width;
    this.channels = channels;
    this.levels = levels.clone();
  }

  /**
   * Returns an image of a data set as it was read, reduced to at most 64 pixels in both directions.
   *
   * @param index its index, from 0
   */
  public static Picture of(Pixels pixels, int index) {
    byte[] levels = new byte[pixels.shape().size()];
    pixels.levels(index, levels, 0);
    return of(pixels.shape(), levels);
  }

  /**
   * Returns an image, reduced to at most 64 pixels in both directions.
   *
   * @param shape height × width × channels
   * @param levels unsigned bytes, row after row
   */
  public static Picture of(TensorShape shape, byte[] levels) {
    List<Integer> dimensions = shape.dimensions();
    return new Picture(dimensions.get(0), dimensions.get(1), dimensions.get(2), levels).reduced();
  }

  /** Returns an image of at most 64 × 64 pixels, the means of equal squares of this one. */
  public Picture reduced() {
    int factor = (Math.max(height, width) + MOST_PIXELS - 1) / MOST_PIXELS;
    if (factor == 1) {
      return this;
    }
    int rows = Math.max(1, height / factor);
    int columns = Math.max(1, width / factor);
    byte[] means = new byte[rows * columns * channels];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        for (int channel = 0; channel < channels; channel++) {
          means[(y * columns + x) * channels + channel] =
              (byte) mean(y * factor, x * factor, channel, factor);
        }
      }
    }
    return new Picture(rows, columns, channels, means);
  }

  private int mean(int top, int left, int channel, int size) {
    int sum = 0;
    int count = 0;
    for (int y = top; y < Math.min(height, top + size); y++) {
      for (int x = left; x < Math.min(width, left + size); x++) {
        sum += level(y, x, channel);
        count++;
      }
    }
    return (sum + count / 2) / count;
  }

  private int level(int y, int x, int channel) {
    return Byte.toUnsignedInt(levels[(y * width + x) * channels + channel]);
  }

  /** Returns the number of rows. */
  public int height() {
    return height;
  }

  /** Returns the number of columns. */
  public int width() {
    return width;
  }

  /** Returns the color of a pixel as 0xRRGGBB. */
  int rgb(int y, int x) {
    int red = level(y, x, 0);
    return channels < 3
        ? red << 16 | red << 8 | red
        : red << 16 | level(y, x, 1) << 8 | level(y, x, 2);
  }
}
