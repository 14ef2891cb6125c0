package org.espalier.nas.tf.augmentation;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.network.TensorShape;

/**
 * A random change of one image: flip, crop and rotation in one pass over its pixels, followed by
 * cutout. Rotated images are interpolated bilinearly in fixed-point numbers, so that the pixels are
 * the same on every machine.
 */
final class ImageTransform {
  private static final int FRACTION_BITS = 16;
  private static final int ONE = 1 << FRACTION_BITS;

  private final Augmentation settings;
  private final int height;
  private final int width;
  private final int channels;
  private final byte[] cover;

  /**
   * Creates the change.
   *
   * @param shape height × width × channels
   * @param cover the colour of cutout, a byte for each channel
   */
  ImageTransform(Augmentation settings, TensorShape shape, byte[] cover) {
    this.settings = settings;
    this.height = shape.dimensions().get(0);
    this.width = shape.dimensions().get(1);
    this.channels = shape.dimensions().get(2);
    this.cover = cover.clone();
  }

  /**
   * Writes a changed copy of an image.
   *
   * @param image the pixels, row after row
   * @param into receives as many pixels; another array
   */
  void apply(byte[] image, byte[] into, RandomGenerator random) {
    boolean mirrored = settings.flip().horizontal() && random.nextBoolean();
    boolean reversed = settings.flip().vertical() && random.nextBoolean();
    int right = shift(random);
    int down = shift(random);
    if (settings.rotation() > 0) {
      double angle = StrictMath.toRadians((2 * random.nextDouble() - 1) * settings.rotation());
      rotate(image, into, new Placement(mirrored, reversed, right, down), angle);
    } else {
      place(image, into, new Placement(mirrored, reversed, right, down));
    }
    if (settings.cutout() > 0) {
      cutOut(into, random.nextInt(height), random.nextInt(width));
    }
  }

  private int shift(RandomGenerator random) {
    int most = settings.crop();
    return most == 0 ? 0 : random.nextInt(2 * most + 1) - most;
  }

  /** The place in the image that a pixel is taken from: mirrored, then shifted. */
  private record Placement(boolean mirrored, boolean reversed, int right, int down) {}

  private void place(byte[] image, byte[] into, Placement placement) {
    int row = width * channels;
    for (int y = 0; y < height; y++) {
      int from = (placement.reversed() ? height - 1 - y : y) + placement.down();
      if (from < 0 || from >= height) {
        Arrays.fill(into, y * row, (y + 1) * row, (byte) 0);
      } else if (placement.mirrored()) {
        mirror(image, from * row, into, y * row, placement.right());
      } else {
        shift(image, from * row, into, y * row, placement.right());
      }
    }
  }

  private void shift(byte[] image, int from, byte[] into, int at, int right) {
    int first = Math.max(0, -right);
    int end = Math.min(width, width - right);
    Arrays.fill(into, at, at + first * channels, (byte) 0);
    System.arraycopy(
        image,
        from + (first + right) * channels,
        into,
        at + first * channels,
        (end - first) * channels);
    Arrays.fill(into, at + end * channels, at + width * channels, (byte) 0);
  }

  private void mirror(byte[] image, int from, byte[] into, int at, int right) {
    int first = Math.max(0, right);
    int end = Math.min(width, width + right);
    Arrays.fill(into, at, at + first * channels, (byte) 0);
    for (int channel = 0; channel < channels; channel++) {
      int source = from + (width - 1 - first + right) * channels + channel;
      for (int i = at + first * channels + channel; i < at + end * channels; i += channels) {
        into[i] = image[source];
        source -= channels;
      }
    }
    Arrays.fill(into, at + end * channels, at + width * channels, (byte) 0);
  }

  private void rotate(byte[] image, byte[] into, Placement placement, double angle) {
    int cos = (int) StrictMath.round(StrictMath.cos(angle) * ONE);
    int sin = (int) StrictMath.round(StrictMath.sin(angle) * ONE);
    int alongX = placement.mirrored() ? -1 : 1;
    int alongY = placement.reversed() ? -1 : 1;
    int xOrigin = (width - 1) * (ONE / 2) + placement.right() * ONE;
    int yOrigin = (height - 1) * (ONE / 2) + placement.down() * ONE;
    int at = 0;
    for (int y = 0; y < height; y++) {
      // Twice the distance from the centre, which is a whole number.
      int dy = 2 * y - (height - 1);
      int twiceU = sin * dy - cos * (width - 1);
      int twiceV = cos * dy + sin * (width - 1);
      for (int x = 0; x < width; x++) {
        interpolate(
            image, xOrigin + alongX * (twiceU >> 1), yOrigin + alongY * (twiceV >> 1), into, at);
        twiceU += 2 * cos;
        twiceV -= 2 * sin;
        at += channels;
      }
    }
  }

  private void interpolate(byte[] image, int u, int v, byte[] into, int at) {
    int column = u >> FRACTION_BITS;
    int row = v >> FRACTION_BITS;
    int right = (u >> (FRACTION_BITS - 8)) & 0xff;
    int down = (v >> (FRACTION_BITS - 8)) & 0xff;
    if (row < 0 || row >= height - 1 || column < 0 || column >= width - 1) {
      interpolateEdge(image, row, column, right, down, into, at);
      return;
    }
    int above = (row * width + column) * channels;
    int below = above + width * channels;
    for (int i = 0; i < channels; i++) {
      into[at + i] =
          mean(
              image[above + i] & 0xff,
              image[above + channels + i] & 0xff,
              image[below + i] & 0xff,
              image[below + channels + i] & 0xff,
              right,
              down);
    }
  }

  private void interpolateEdge(
      byte[] image, int row, int column, int right, int down, byte[] into, int at) {
    for (int channel = 0; channel < channels; channel++) {
      into[at + channel] =
          mean(
              level(image, row, column, channel),
              level(image, row, column + 1, channel),
              level(image, row + 1, column, channel),
              level(image, row + 1, column + 1, channel),
              right,
              down);
    }
  }

  /** Returns the mean of four pixels; weights: right / 256 and down / 256. */
  private static byte mean(int a, int b, int c, int d, int right, int down) {
    int upper = (a << 8) + (b - a) * right;
    int lower = (c << 8) + (d - c) * right;
    return (byte) (((upper << 8) + (lower - upper) * down + ONE / 2) >> FRACTION_BITS);
  }

  private int level(byte[] image, int row, int column, int channel) {
    return row < 0 || row >= height || column < 0 || column >= width
        ? 0
        : Byte.toUnsignedInt(image[(row * width + column) * channels + channel]);
  }

  private void cutOut(byte[] into, int centreRow, int centreColumn) {
    int side = settings.cutout();
    int top = Math.max(0, centreRow - side / 2);
    int bottom = Math.min(height, centreRow - side / 2 + side);
    int left = Math.max(0, centreColumn - side / 2);
    int right = Math.min(width, centreColumn - side / 2 + side);
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        System.arraycopy(cover, 0, into, (y * width + x) * channels, channels);
      }
    }
  }
}
