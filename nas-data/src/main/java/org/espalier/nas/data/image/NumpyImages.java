package org.espalier.nas.data.image;

import java.io.IOException;
import org.espalier.nas.api.InvalidDataException;

/**
 * An array of images: number × height × width, or number × height × width × channels, of unsigned
 * bytes or of numbers that can be converted.
 */
final class NumpyImages {
  /** The largest array that every virtual machine can allocate. */
  private static final long LARGEST = Integer.MAX_VALUE - 8L;

  private static final int MOST_CHANNELS = 4;
  private static final int WHITE = 255;

  private final NpyArray array;
  private final int[] shape;

  private NumpyImages(NpyArray array) {
    int[] sizes = array.header().shape();
    this.array = array;
    this.shape = new int[] {sizes[0], sizes[1], sizes[2], sizes.length == 3 ? 1 : sizes[3]};
  }

  /**
   * Checks the dimensions of an array.
   *
   * @throws org.espalier.nas.api.InvalidDataException if they are not those of images
   */
  static NumpyImages of(NpyArray array) {
    int[] sizes = array.header().shape();
    boolean empty = array.header().values() == 0;
    if (empty || sizes.length < 3 || sizes.length > 4) {
      throw array.error(
          "has the shape %s; images are number × height × width, or number × height × width × channels. Convert it by reshape."
              .formatted(sizes.length == 0 ? "()" : array.header().sizes()));
    }
    if (sizes.length == 4 && sizes[3] > MOST_CHANNELS) {
      throw array.error(
          "has the shape %s, whose last size (%d) is too large for channels (1 to %d).%s"
              .formatted(
                  array.header().sizes(),
                  sizes[3],
                  MOST_CHANNELS,
                  sizes[1] <= MOST_CHANNELS ? " Convert it by transpose(0, 2, 3, 1)." : ""));
    }
    return new NumpyImages(array);
  }

  /** Returns height, width and channels in words. */
  String size() {
    return shape[1] + "×" + shape[2] + "×" + shape[3];
  }

  /** Returns the number of images. */
  int count() {
    return shape[0];
  }

  /**
   * Returns the factor that makes levels from 0 to 255 of the values: 255 for values from 0 to 1
   * that are real numbers or booleans, 1 for values from 0 to 255.
   *
   * @throws org.espalier.nas.api.InvalidDataException if they lie outside 0 to 255
   */
  int factor() throws IOException {
    NpyType type = array.header().type();
    if (type.octet() || type.truth()) {
      return type.octet() ? 1 : WHITE;
    }
    double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    array.read(
        (index, value) -> {
          requireLevel(index, value, WHITE);
          range[0] = Math.min(range[0], value);
          range[1] = Math.max(range[1], value);
        });
    return type.real() && range[1] <= 1 ? WHITE : 1;
  }

  private void requireLevel(int index, double value, int maximum) {
    if (!(value >= 0 && value <= maximum)) {
      throw array.error(
          "has the value %s in image %d; pixels must lie between 0 and %d. Convert them, for example by ((x - x.min()) * (255 / (x.max() - x.min()))).astype('uint8')."
              .formatted(value, index(index) / (shape[1] * shape[2] * shape[3]), maximum));
    }
  }

  /**
   * Reads the images.
   *
   * @param factor the factor of the training images
   * @param labels a label for each image
   * @throws org.espalier.nas.api.InvalidDataException if a value times the factor lies outside 0 to
   *     255
   */
  ImageFile read(int factor, int[] labels) throws IOException {
    byte[] pixels = room(array.header().name(), shape[0], shape[1], shape[2], shape[3]);
    if (array.header().type().octet() && !array.header().fortran()) {
      array.readOctets(pixels);
    } else {
      int maximum = WHITE / factor;
      array.read(
          (index, value) -> {
            requireLevel(index, value, maximum);
            pixels[index(index)] = (byte) (int) Math.floor(value * factor + 0.5);
          });
    }
    return new ImageFile(shape[1], shape[2], shape[3], pixels, labels);
  }

  /** Returns the place of a value among the images, from its place in the file. */
  private int index(int place) {
    if (!array.header().fortran()) {
      return place;
    }
    int image = place % shape[0];
    int left = place / shape[0];
    int row = left % shape[1];
    left /= shape[1];
    int column = left % shape[2];
    int channel = left / shape[2];
    return ((image * shape[1] + row) * shape[2] + column) * shape[3] + channel;
  }

  /**
   * Returns an array for the pixels of images.
   *
   * @param name the origin of the images, for the message
   * @throws InvalidDataException if an array cannot be as large
   */
  private static byte[] room(String name, long images, int height, int width, int channels) {
    long bytes = images * height * width * channels;
    if (bytes > LARGEST) {
      throw new InvalidDataException(
          "%s has %d images of %d×%d×%d, which take %d bytes; %d is the maximum. Use smaller images or fewer of them."
              .formatted(name, images, height, width, channels, bytes, LARGEST));
    }
    return new byte[(int) bytes];
  }
}
