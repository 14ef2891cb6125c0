package org.espalier.nas.analysis.chart;

import org.espalier.nas.analysis.markup.Figures;

/**
 * The part of a drawing between the axes, in pixels, and the way from values to pixels.
 *
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param left where the plot starts
 * @param right where it ends
 * @param top where it starts
 * @param bottom where it ends
 */
record Canvas(Axis x, Axis y, double left, double right, double top, double bottom) {

  private static final double DIGIT_WIDTH = 7.4;
  private static final int MOST_COLUMNS = 12;
  private static final double TOP = 30;
  private static final double BOTTOM = 46;
  private static final double RIGHT = 14;

  static Canvas of(XyChart chart, int width, int height) {
    int longest =
        chart.y().ticks(mostTicks(height, 46)).stream()
            .mapToInt(tick -> tick.label().length())
            .max()
            .orElse(1);
    double left = 14 + DIGIT_WIDTH * Math.max(2, longest);
    return new Canvas(chart.x(), chart.y(), left, width - RIGHT, TOP, height - BOTTOM);
  }

  double toX(double value) {
    return left + (right - left) * (value - x.low()) / (x.high() - x.low());
  }

  double toY(double value) {
    return bottom - (bottom - top) * (value - y.low()) / (y.high() - y.low());
  }

  int mostColumns() {
    int longest =
        x.ticks(MOST_COLUMNS).stream().mapToInt(tick -> tick.label().length()).max().orElse(1);
    int apart = (int) Math.max(40, 20 + DIGIT_WIDTH * longest);
    return Math.min(MOST_COLUMNS, mostTicks(right - left, apart));
  }

  int mostLines() {
    return mostTicks(bottom - top + TOP + BOTTOM, 46);
  }

  /** The place of a point as two coordinates of a path. */
  String place(Mark.Point point) {
    return Figures.coordinate(toX(point.x())) + ' ' + Figures.coordinate(toY(point.y()));
  }

  /** What the page's script needs to find values under the pointer. */
  String frame() {
    return Figures.coordinate(left)
        + ' '
        + Figures.coordinate(right)
        + ' '
        + Figures.coordinate(top)
        + ' '
        + Figures.coordinate(bottom)
        + ' '
        + x.low()
        + ' '
        + x.high()
        + ' '
        + y.low()
        + ' '
        + y.high();
  }

  private static int mostTicks(double length, int apart) {
    return (int) Math.max(2, length / apart);
  }
}
