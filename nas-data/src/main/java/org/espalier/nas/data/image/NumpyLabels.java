package org.espalier.nas.data.image;

import java.io.IOException;

/** An array of class indices: number, or number × 1. */
final class NumpyLabels {
  private static final int MOST_CLASSES = 1 << 16;

  private final NpyArray array;

  private NumpyLabels(NpyArray array) {
    this.array = array;
  }

  /**
   * Checks the dimensions of an array.
   *
   * @param images the number of images
   * @throws org.espalier.nas.api.InvalidDataException if they are not those of labels, or there are
   *     not as many
   */
  static NumpyLabels of(NpyArray array, int images) {
    int[] shape = array.header().shape();
    if (shape.length == 2 && shape[1] > 1) {
      throw array.error(
          "has the shape %s; labels are one number for each image. Convert it by argmax(axis=1)."
              .formatted(array.header().sizes()));
    }
    if (shape.length < 1 || shape.length > 2) {
      throw array.error(
          "has the shape %s; labels are one number for each image."
              .formatted(shape.length == 0 ? "()" : array.header().sizes()));
    }
    if (shape[0] != images) {
      throw array.error(
          "has %d labels for %d images; they must be as many.".formatted(shape[0], images));
    }
    return new NumpyLabels(array);
  }

  /**
   * Reads the labels.
   *
   * @param classes the number of classes; 0 if any number below 65,536 is a class
   * @throws org.espalier.nas.api.InvalidDataException if a label is no whole number from 0, or no
   *     class
   */
  int[] read(int classes) throws IOException {
    int[] labels = new int[array.header().shape()[0]];
    int limit = classes == 0 ? MOST_CLASSES : classes;
    array.read(
        (index, value) -> {
          if (!(value >= 0 && value < limit && value == Math.rint(value))) {
            throw array.error(
                "has the label %s at index %d; labels must be whole numbers from 0 to %d."
                    .formatted(
                        value == Math.rint(value)
                            ? Long.toString((long) value)
                            : Double.toString(value),
                        index,
                        limit - 1));
          }
          labels[index] = (int) value;
        });
    return labels;
  }
}
