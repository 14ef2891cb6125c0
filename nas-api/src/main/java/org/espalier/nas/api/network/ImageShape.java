package org.espalier.nas.api.network;

/** The height, width and number of channels of an image. */
record ImageShape(int height, int width, int channels) {

  /**
   * Returns the sizes of an image of this shape.
   *
   * @throws IllegalArgumentException if the shape does not have three dimensions
   */
  static ImageShape of(TensorShape shape) {
    if (shape.rank() != 3) {
      throw new IllegalArgumentException(
          "The input must be an image (height × width × channels), not %s.".formatted(shape));
    }
    return new ImageShape(
        shape.dimensions().get(0), shape.dimensions().get(1), shape.dimensions().get(2));
  }
}
