package org.espalier.nas.data.image;

/**
 * A decoded image.
 *
 * @param height height in pixels
 * @param width width in pixels
 * @param channels 1 for grey, 3 for red, green and blue
 * @param pixels unsigned bytes in the order of rows, columns and channels; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Pictures are never compared.
record Picture(int height, int width, int channels, byte[] pixels) {

  /** Returns the size in words. */
  String size() {
    return width + "×" + height;
  }
}
