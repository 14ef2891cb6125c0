package org.espalier.nas.data.image;

import java.util.Objects;
import org.espalier.nas.api.network.TensorShape;

/**
 * The place of an image and its properties before it was brought to the common size.
 *
 * @param place name for messages, such as the image's file
 * @param shape height × width × channels of the original
 */
public record ImageOrigin(String place, TensorShape shape) {

  /** Checks that both components are present. */
  public ImageOrigin {
    Objects.requireNonNull(place);
    Objects.requireNonNull(shape);
  }
}
