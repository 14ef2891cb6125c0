package org.espalier.nas.api.data;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;
import org.espalier.nas.api.network.TensorShape;

/**
 * Images whose pixels are kept as bytes, a quarter of the memory of numbers, and scaled when they
 * are read. Immutable.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class Pixels {
  private static final int LEVELS = 256;

  private final TensorShape shape;
  private final ImageBytes values;
  private final int[] images;
  private final float[][] scaled;

  /**
   * Creates images in memory; the array of values is not copied and must not be changed afterwards.
   *
   * @param shape height × width × channels
   * @param values the pixels of some images, image after image, each row after row, from 0 to 255
   * @param images the indices of the images to use in {@code values}
   * @param shift subtracted from each pixel, for each channel
   * @param scale the divisor after that, for each channel, positive
   */
  public Pixels(TensorShape shape, byte[] values, int[] images, double[] shift, double[] scale) {
    this(shape, ImageBytes.of(values, shape.size()), images, shift, scale);
  }

  /**
   * Creates the images.
   *
   * @param shape height × width × channels
   * @param values the pixels of some images
   * @param images the indices of the images to use in {@code values}
   * @param shift subtracted from each pixel, for each channel
   * @param scale the divisor after that, for each channel, positive
   */
  public Pixels(
      TensorShape shape, ImageBytes values, int[] images, double[] shift, double[] scale) {
    if (shape.rank() != 3 || values.imageSize() != shape.size()) {
      throw new IllegalArgumentException(
          "values (%d bytes an image) must hold images of height × width × channels (%s)."
              .formatted(values.imageSize(), shape));
    }
    int channels = shape.dimensions().get(2);
    if (shift.length != channels || scale.length != channels) {
      throw new IllegalArgumentException(
          "shift (%d) and scale (%d) must have a number for each channel (%d)."
              .formatted(shift.length, scale.length, channels));
    }
    this.shape = shape;
    this.values = values;
    this.images = images.clone();
    this.scaled = new float[channels][LEVELS];
    for (int channel = 0; channel < channels; channel++) {
      for (int level = 0; level < LEVELS; level++) {
        scaled[channel][level] = (float) ((level - shift[channel]) / scale[channel]);
      }
    }
  }

  /** Returns the number of images. */
  public int size() {
    return images.length;
  }

  /** Returns height × width × channels. */
  public TensorShape shape() {
    return shape;
  }

  /**
   * Returns a pixel as it was read; {@link #levels} is faster for more than one.
   *
   * @param image the index of the image, from 0
   * @param position the index in the image, row after row
   * @return from 0 to 255
   */
  public int level(int image, int position) {
    byte[] all = new byte[shape.size()];
    levels(image, all, 0);
    return Byte.toUnsignedInt(all[position]);
  }

  /**
   * Writes the pixels of an image as they were read.
   *
   * @param image the index of the image, from 0
   * @param into receives {@code shape.size()} unsigned bytes
   * @param offset the index of the first of them
   */
  public void levels(int image, byte[] into, int offset) {
    values.read(images[image], into, offset);
  }

  /**
   * Writes the scaled pixels of an image.
   *
   * @param image the index of the image, from 0
   * @param into receives {@code shape.size()} values
   * @param offset the index of the first of them
   */
  void read(int image, float[] into, int offset) {
    byte[] levels = new byte[shape.size()];
    levels(image, levels, 0);
    scale(levels, into, offset);
  }

  /**
   * Scales pixels as those of an image, for example a changed copy of one.
   *
   * @param levels {@code shape.size()} unsigned bytes, row after row
   * @param into receives as many values
   * @param offset the index of the first of them
   */
  public void scale(byte[] levels, float[] into, int offset) {
    int size = shape.size();
    int channels = scaled.length;
    for (int channel = 0; channel < channels; channel++) {
      float[] table = scaled[channel];
      for (int i = channel; i < size; i += channels) {
        into[offset + i] = table[Byte.toUnsignedInt(levels[i])];
      }
    }
  }

  /** Returns the size and the number of images. */
  @Override
  public String toString() {
    return images.length + " images of " + shape;
  }
}
