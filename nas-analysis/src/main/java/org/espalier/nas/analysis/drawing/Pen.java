package org.espalier.nas.analysis.drawing;

import java.util.List;
import java.util.Objects;

/**
 * How a line is drawn.
 *
 * @param ink its colour
 * @param width in pixels
 * @param dashes lengths of dashes and gaps in turn; empty for a line without gaps
 */
public record Pen(Ink ink, double width, List<Integer> dashes) {

  private static final List<List<Integer>> PATTERNS =
      List.of(List.of(), List.of(7, 4), List.of(2, 3), List.of(9, 3, 2, 3));

  /** Checks and copies. */
  public Pen {
    Objects.requireNonNull(ink);
    dashes = List.copyOf(dashes);
  }

  /** Draws a line without gaps. */
  public static Pen solid(Ink ink, double width) {
    return new Pen(ink, width, List.of());
  }

  /** Draws the line of a series, which no other of the first 28 series has. */
  public static Pen ofSeries(int index, double width) {
    int round = Ink.roundOfSeries(index) % PATTERNS.size();
    return new Pen(Ink.ofSeries(index), width, PATTERNS.get(round));
  }
}
