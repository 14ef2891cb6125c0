package org.espalier.nas.data.generate;

import java.util.List;

/**
 * A digit as lines through points in the unit square, x to the right and y downwards.
 *
 * @param strokes the points of each line: x and y in turn
 */
record Glyph(List<double[]> strokes) {
  private static final int CORNERS = 12;
  private static final double[] SIX = {
    0.68, 0.10, 0.42, 0.24, 0.27, 0.50, 0.26, 0.72, 0.40, 0.90, 0.62, 0.90, 0.75, 0.72, 0.66, 0.54,
    0.46, 0.50, 0.28, 0.62
  };

  Glyph {
    strokes = List.copyOf(strokes);
  }

  /** Returns the digits 0 to 9. */
  static List<Glyph> digits() {
    return List.of(
        of(oval(0.5, 0.5, 0.27, 0.42)),
        of(new double[] {0.34, 0.26, 0.53, 0.08, 0.53, 0.92}),
        of(
            new double[] {
              0.22, 0.28, 0.30, 0.12, 0.50, 0.07, 0.70, 0.14, 0.76, 0.30, 0.68, 0.46, 0.45, 0.66,
              0.22, 0.92, 0.80, 0.92
            }),
        of(
            new double[] {
              0.24, 0.14, 0.50, 0.07, 0.72, 0.18, 0.70, 0.38, 0.44, 0.48, 0.74, 0.58, 0.76, 0.78,
              0.54, 0.93, 0.22, 0.85
            }),
        of(new double[] {0.66, 0.92, 0.66, 0.08, 0.20, 0.64, 0.82, 0.64}),
        of(
            new double[] {
              0.74, 0.08, 0.30, 0.08, 0.26, 0.46, 0.50, 0.40, 0.74, 0.52, 0.76, 0.74, 0.56, 0.92,
              0.24, 0.86
            }),
        of(SIX),
        of(new double[] {0.20, 0.08, 0.80, 0.08, 0.44, 0.92}),
        of(oval(0.5, 0.28, 0.20, 0.20), oval(0.5, 0.70, 0.25, 0.22)),
        of(turned(SIX)));
  }

  private static Glyph of(double[]... strokes) {
    return new Glyph(List.of(strokes));
  }

  private static double[] oval(double x, double y, double width, double height) {
    double[] points = new double[2 * (CORNERS + 1)];
    for (int i = 0; i <= CORNERS; i++) {
      double angle = 2 * StrictMath.PI * i / CORNERS;
      points[2 * i] = x + width * StrictMath.sin(angle);
      points[2 * i + 1] = y - height * StrictMath.cos(angle);
    }
    return points;
  }

  /** Returns points turned by half a circle. */
  private static double[] turned(double[] points) {
    double[] turned = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      turned[i] = 1 - points[i];
    }
    return turned;
  }
}
