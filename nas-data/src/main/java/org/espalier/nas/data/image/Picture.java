package org.espalier.nas.data.image;

import org.espalier.nas.api.network.TensorShape;

/**
 * A decoded image.
 *
 * @param height height in pixels
 * @param width width in pixels
 * @param channels 1 for grey, 3 for red, green and blue
 * @param stored channels in the file: 1 for grey, 3 for colours
 * @param pixels unsigned bytes in the order of rows, columns and channels; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Pictures are never compared.
record Picture(int height, int width, int channels, int stored, byte[] pixels) {

  /** Creates a picture with the channels of its file. */
  Picture(int height, int width, int channels, byte[] pixels) {
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
