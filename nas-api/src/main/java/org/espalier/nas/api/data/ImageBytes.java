package org.espalier.nas.api.data;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * The pixels of images of one size, a byte for each value, in memory or in a file. Implementations
 * are immutable and safe for use by several threads.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface ImageBytes {

  /** Returns the number of images. */
  int count();

  /** Returns the number of bytes of an image. */
  int imageSize();

  /**
   * Writes the pixels of an image, row after row.
   *
   * @param image the index of the image, from 0
   * @param into receives {@link #imageSize()} unsigned bytes
   * @param offset the index of the first of them
   * @throws org.espalier.nas.api.NasException if they cannot be read
   */
  void read(int image, byte[] into, int offset);

  /**
   * Returns images in memory.
   *
   * @param values the pixels, image after image; not copied, and must not be changed afterwards
   * @param imageSize the number of bytes of an image, positive
   * @throws IllegalArgumentException if there is a part of an image
   */
  static ImageBytes of(byte[] values, int imageSize) {
    return new InMemoryImageBytes(values, imageSize);
  }
}
