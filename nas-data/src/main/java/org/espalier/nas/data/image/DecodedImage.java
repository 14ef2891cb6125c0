package org.espalier.nas.data.image;

import org.espalier.nas.api.network.TensorShape;

/**
 * An image decoded from a file, in its own size or resized.
 *
 * @param height height in pixels
 * @param width width in pixels
 * @param channels 1 for grey, 3 for red, green and blue
 * @param stored channels in the file: 1 for grey, 3 for colours
 * @param pixels unsigned bytes in the order of rows, columns and channels; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Decoded images are never compared.
record DecodedImage(int height, int width, int channels, int stored, byte[] pixels) {

  /** Creates an image with the channels of its file. */
  DecodedImage(int height, int width, int channels, byte[] pixels) {
    this(height, width, channels, channels, pixels);
  }

  /** Returns its origin for messages. */
  ImageOrigin origin(String place) {
    return new ImageOrigin(place, TensorShape.of(height, width, stored));
  }

  /** Returns the size in words. */
  String size() {
    return width + "×" + height;
  }
}
