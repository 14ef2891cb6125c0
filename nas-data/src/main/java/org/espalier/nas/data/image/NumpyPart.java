package org.espalier.nas.data.image;

import java.util.Objects;

/**
 * The arrays of one part of a data set.
 *
 * @param images name of the array of images, without the ending {@code .npy} of its file
 * @param labels name of the array of labels
 * @param optional true if the part is absent where there is no array of images of that name
 */
public record NumpyPart(String images, String labels, boolean optional) {

  /** Checks that both names are present. */
  public NumpyPart {
    Objects.requireNonNull(images);
    Objects.requireNonNull(labels);
  }

  /** Returns true if there is such a part. */
  boolean in(NumpyArrays arrays) {
    return !optional || arrays.contains(images);
  }
}
