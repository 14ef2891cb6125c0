package org.espalier.nas.data.image;

import java.util.List;
import java.util.Objects;

/**
 * The common form of images of any sizes.
 *
 * @param size height and width in pixels; empty: that of all images
 * @param resize the fit of images of other sizes
 * @param color the channels
 * @param broken the treatment of files that cannot be used
 */
public record ImageLayout(
    List<Integer> size, ResizeMode resize, ImageColor color, BrokenFiles broken) {

  /** Checks and copies the components. */
  public ImageLayout {
    size = List.copyOf(size);
    Objects.requireNonNull(resize);
    Objects.requireNonNull(color);
    Objects.requireNonNull(broken);
    if (!size.isEmpty() && size.size() != 2) {
      throw new IllegalArgumentException("size " + size + " must be a height and a width.");
    }
  }
}
