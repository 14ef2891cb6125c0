package org.espalier.nas.analysis.drawing;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A picture.
 *
 * @param description what is to be seen, for those who do not see it
 * @param width in pixels
 * @param height in pixels
 * @param attributes what a page's script is told of it, by attribute names
 * @param shapes what is drawn, the last on top
 */
public record Drawing(
    String description, int width, int height, Map<String, String> attributes, List<Shape> shapes) {

  /** The room around a drawing that is a file of its own, in pixels. */
  static final int MARGIN = 16;

  /** Checks and copies. */
  public Drawing {
    Objects.requireNonNull(description);
    attributes = Map.copyOf(attributes);
    shapes = List.copyOf(shapes);
  }
}
