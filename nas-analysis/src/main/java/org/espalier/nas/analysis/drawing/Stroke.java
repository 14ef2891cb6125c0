package org.espalier.nas.analysis.drawing;

import java.util.List;
import java.util.Objects;

/**
 * The style of a line.
 *
 * @param color line color
 * @param width in pixels
 * @param dashes alternating lengths of dashes and gaps in pixels; empty for a solid line
 */
public record Stroke(PaletteColor color, double width, List<Integer> dashes) {

  private static final List<List<Integer>> PATTERNS =
      List.of(List.of(), List.of(7, 4), List.of(2, 3), List.of(9, 3, 2, 3));

  /** Checks and copies. */
  public Stroke {
    Objects.requireNonNull(color);
    dashes = List.copyOf(dashes);
  }

  /** Returns a solid line. */
  public static Stroke solid(PaletteColor color, double width) {
    return new Stroke(color, width, List.of());
  }

  /** Returns the line style of a series; the first 28 differ. */
  public static Stroke ofSeries(int index, double width) {
    int cycle = PaletteColor.cycleOfSeries(index) % PATTERNS.size();
    return new Stroke(PaletteColor.ofSeries(index), width, PATTERNS.get(cycle));
  }
}
