package org.espalier.nas.analysis.layout;

/**
 * An edge of a graph whose boxes are numbered so that each link leads to a greater number.
 *
 * @param from the box that it leaves
 * @param to the box that it enters, a greater number
 */
public record Link(int from, int to) {

  /** Checks the direction. */
  public Link {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException(
          "from (%d) must be at least 0 and less than to (%d).".formatted(from, to));
    }
  }
}
