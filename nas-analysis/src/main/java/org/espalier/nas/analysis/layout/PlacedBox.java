package org.espalier.nas.analysis.layout;

/**
 * A box at its place.
 *
 * @param x left edge in pixels
 * @param y upper edge in pixels
 * @param width in pixels
 * @param height in pixels
 */
public record PlacedBox(double x, double y, double width, double height) {

  /** Returns the box with width and height, and the coordinates, exchanged. */
  PlacedBox transposed() {
    return new PlacedBox(y, x, height, width);
  }

  /** Returns the horizontal center. */
  public double center() {
    return x + width / 2;
  }

  /** Returns the lower edge. */
  public double bottom() {
    return y + height;
  }
}
