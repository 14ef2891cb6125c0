package org.espalier.nas.analysis.picture;

import java.util.List;
import java.util.Objects;

/**
 * Examples of a class of images.
 *
 * @param name the name of the class; empty for images without classes
 * @param originals the images as they were read, at least one
 * @param augmented the images as they are trained on, in any number; empty if they are not changed
 */
public record ClassSamples(String name, List<Picture> originals, List<Picture> augmented) {

  /** Checks and copies. */
  public ClassSamples {
    Objects.requireNonNull(name);
    originals = List.copyOf(originals);
    augmented = List.copyOf(augmented);
    if (originals.isEmpty()) {
      throw new IllegalArgumentException("originals of " + name + " must hold at least one image.");
    }
  }
}
