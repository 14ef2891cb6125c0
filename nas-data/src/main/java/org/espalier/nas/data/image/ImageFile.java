package org.espalier.nas.data.image;

import java.util.List;
import org.espalier.nas.api.InvalidDataException;

/** The images of one part of a data set, all of one size, and their labels. */
public final class ImageFile {
  /** The largest array that every virtual machine can allocate. */
  private static final long LARGEST = Integer.MAX_VALUE - 8L;

  private final int height;
  private final int width;
  private final int channels;
  private final byte[] pixels;
  private final int[] labels;
  private final List<ImageOrigin> origins;

  /**
   * Wraps the arrays without a copy; pixels are in the order of images, then rows, then columns,
   * then channels.
   */
  public ImageFile(int height, int width, int channels, byte[] pixels, int[] labels) {
    this(height, width, channels, pixels, labels, List.of());
  }

  private ImageFile(
      int height, int width, int channels, byte[] pixels, int[] labels, List<ImageOrigin> origins) {
    this.height = height;
    this.width = width;
    this.channels = channels;
    this.pixels = pixels;
    this.labels = labels;
    this.origins = List.copyOf(origins);
  }

  /**
   * Returns an array for the pixels of images.
   *
   * @param name the origin of the images, for the message
   * @throws InvalidDataException if an array cannot be as large
   */
  static byte[] room(String name, long images, int height, int width, int channels) {
    long bytes = images * height * width * channels;
    if (bytes > LARGEST) {
      throw new InvalidDataException(
          "%s has %d images of %d×%d×%d, which take %d bytes; %d is the maximum. Use smaller images or fewer of them."
              .formatted(name, images, height, width, channels, bytes, LARGEST));
    }
    return new byte[(int) bytes];
  }

  /**
   * Returns these images with their origins.
   *
   * @param known the origin of each image, or none
   */
  public ImageFile withOrigins(List<ImageOrigin> known) {
    if (!known.isEmpty() && known.size() != size()) {
      throw new IllegalArgumentException(
          "origins (%d) must be as many as images (%d).".formatted(known.size(), size()));
    }
    return new ImageFile(height, width, channels, pixels, labels, known);
  }

  /** Returns the origin of each image; empty if they are unknown. */
  public List<ImageOrigin> origins() {
    return origins;
  }

  /** Returns the height of an image in pixels. */
  public int height() {
    return height;
  }

  /** Returns the width of an image in pixels. */
  public int width() {
    return width;
  }

  /** Returns the number of channels: 1 for grey, 3 for colour. */
  public int channels() {
    return channels;
  }

  /** Returns the number of images. */
  public int size() {
    return labels.length;
  }

  /** Returns the class of an image. */
  public int label(int image) {
    return labels[image];
  }

  int pixel(int image, int position) {
    return Byte.toUnsignedInt(pixels[image * height * width * channels + position]);
  }

  /** Returns all pixels, which must not be changed. */
  public byte[] pixels() {
    return pixels;
  }
}
