package org.espalier.nas.data.image;

import java.util.Arrays;

/** A resizer of pictures by averaging and linear interpolation in whole numbers. */
final class Resizer {
  private final int height;
  private final int width;
  private final ResizeMode mode;

  Resizer(int height, int width, ResizeMode mode) {
    this.height = height;
    this.width = width;
    this.mode = mode;
  }

  /** Returns the new height. */
  int height() {
    return height;
  }

  /** Returns the new width. */
  int width() {
    return width;
  }

  /** A rectangle in pixels. */
  private record Area(int top, int left, int height, int width) {}

  /**
   * Writes a picture in the new size.
   *
   * @param into receives height × width × channels bytes, which are 0 before
   */
  void write(DecodedImage picture, byte[] into) {
    if (picture.height() == height && picture.width() == width) {
      System.arraycopy(picture.pixels(), 0, into, 0, picture.pixels().length);
      return;
    }
    Area from = new Area(0, 0, picture.height(), picture.width());
    Area to = new Area(0, 0, height, width);
    if (mode == ResizeMode.CROP) {
      from = centred(from, height, width);
    } else if (mode == ResizeMode.PAD) {
      to = centred(to, picture.height(), picture.width());
    }
    resample(picture, from, to, into);
  }

  /** Returns the largest central part of an area with the proportions of a size. */
  private static Area centred(Area area, int height, int width) {
    long tall = (long) area.height * width;
    long wide = (long) area.width * height;
    int newHeight = tall > wide ? rounded(wide, width, area.height) : area.height;
    int newWidth = wide > tall ? rounded(tall, height, area.width) : area.width;
    return new Area(
        (area.height - newHeight) / 2, (area.width - newWidth) / 2, newHeight, newWidth);
  }

  private static int rounded(long value, int divisor, int maximum) {
    return (int) Math.max(1, Math.min(maximum, (2 * value + divisor) / (2L * divisor)));
  }

  private void resample(DecodedImage picture, Area from, Area to, byte[] into) {
    ResampledAxis rows = ResampledAxis.of(from.height, to.height);
    ResampledAxis columns = ResampledAxis.of(from.width, to.width);
    int channels = picture.channels();
    long total = (long) rows.total() * columns.total();
    long[] sums = new long[to.width * channels];
    for (int row = 0; row < to.height; row++) {
      Arrays.fill(sums, 0);
      int[] weights = rows.weights(row);
      for (int i = 0; i < weights.length; i++) {
        int line = from.top + rows.first(row) + i;
        int start = (line * picture.width() + from.left) * channels;
        add(picture.pixels(), start, columns, channels, weights[i], sums);
      }
      int at = ((to.top + row) * width + to.left) * channels;
      for (int i = 0; i < sums.length; i++) {
        into[at + i] = (byte) ((sums[i] + total / 2) / total);
      }
    }
  }

  /** Adds a row of a picture, resampled and weighted. */
  private static void add(
      byte[] pixels, int start, ResampledAxis columns, int channels, int weight, long[] sums) {
    for (int column = 0; column < columns.size(); column++) {
      int[] weights = columns.weights(column);
      int first = start + columns.first(column) * channels;
      for (int channel = 0; channel < channels; channel++) {
        long sum = 0;
        for (int i = 0; i < weights.length; i++) {
          sum += (long) weights[i] * Byte.toUnsignedInt(pixels[first + i * channels + channel]);
        }
        sums[column * channels + channel] += sum * weight;
      }
    }
  }
}
