package org.espalier.nas.analysis.drawing;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A vector graphic.
 *
 * @param description text alternative for screen readers
 * @param width in pixels
 * @param height in pixels
 * @param attributes SVG attributes for scripts, by name
 * @param shapes the shapes, the last on top
 */
public record Drawing(
    String description, int width, int height, Map<String, String> attributes, List<Shape> shapes) {

  /** Margin around a drawing in a file of its own, in pixels. */
  public static final int MARGIN = 16;

  /** Checks and copies. */
  public Drawing {
    Objects.requireNonNull(description);
    attributes = Map.copyOf(attributes);
    shapes = List.copyOf(shapes);
  }
}
