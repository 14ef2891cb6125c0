package org.espalier.nas.testkit;

import java.util.Comparator;
import java.util.List;

/** The hypervolume of two losses in [0, 1] with the reference point (1, 1). */
final class DominatedArea {
  private DominatedArea() {}

  /** Returns the area that a set of points dominates; 0 for none. */
  static double of(List<double[]> points) {
    List<double[]> sorted =
        points.stream()
            .sorted(
                Comparator.<double[]>comparingDouble(point -> point[0])
                    .thenComparingDouble(point -> point[1]))
            .toList();
    double area = 0;
    double height = 1;
    for (double[] point : sorted) {
      if (point[1] < height) {
        area += (1 - point[0]) * (height - point[1]);
        height = point[1];
      }
    }
    return area;
  }
}
