package org.espalier.nas.data.image;

import java.util.List;
import org.espalier.nas.api.data.ImageBytes;

/** The images of one part of a data set, all of one size, and their labels. */
public final class ImageFile {
  private final int height;
  private final int width;
  private final int channels;
  private final ImageBytes pixels;
  private final int[] labels;
  private final List<ImageOrigin> origins;

  /**
   * Wraps the arrays without a copy; pixels are in the order of images, then rows, then columns,
   * then channels.
   */
  public ImageFile(int height, int width, int channels, byte[] pixels, int[] labels) {
    this(height, width, channels, ImageBytes.of(pixels, height * width * channels), labels);
  }

  /** Returns images with labels; pixels are in the order of rows, then columns, then channels. */
  public ImageFile(int height, int width, int channels, ImageBytes pixels, int[] labels) {
    this(height, width, channels, pixels, labels, List.of());
  }

  private ImageFile(
      int height,
      int width,
      int channels,
      ImageBytes pixels,
      int[] labels,
      List<ImageOrigin> origins) {
    this.height = height;
    this.width = width;
    this.channels = channels;
    this.pixels = pixels;
    this.labels = labels;
    this.origins = List.copyOf(origins);
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
    byte[] levels = new byte[pixels.imageSize()];
    pixels.read(image, levels, 0);
    return Byte.toUnsignedInt(levels[position]);
  }

  /** Returns the pixels of all images. */
  public ImageBytes pixels() {
    return pixels;
  }
}
