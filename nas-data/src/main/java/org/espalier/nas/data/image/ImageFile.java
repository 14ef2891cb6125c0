package org.espalier.nas.data.image;

/** The images of one file and their labels. */
public final class ImageFile {
  private final int height;
  private final int width;
  private final int channels;
  private final byte[] pixels;
  private final byte[] labels;

  /**
   * Wraps the arrays without a copy; pixels are in the order of images, then rows, then columns,
   * then channels.
   */
  ImageFile(int height, int width, int channels, byte[] pixels, byte[] labels) {
    this.height = height;
    this.width = width;
    this.channels = channels;
    this.pixels = pixels;
    this.labels = labels;
  }

  int height() {
    return height;
  }

  int width() {
    return width;
  }

  int channels() {
    return channels;
  }

  int size() {
    return labels.length;
  }

  int label(int image) {
    return Byte.toUnsignedInt(labels[image]);
  }

  int pixel(int image, int position) {
    return Byte.toUnsignedInt(pixels[image * height * width * channels + position]);
  }

  /** Returns all pixels, which must not be changed. */
  byte[] pixels() {
    return pixels;
  }
}
