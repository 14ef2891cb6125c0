package org.espalier.nas.analysis.pareto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Boundary of the region of two losses that at least k of n runs attain, that is, weakly dominate
 * with one of their points: a level of the empirical attainment function (Grunert da Fonseca,
 * Fonseca and Hall 2001; López-Ibáñez, Paquete and Stützle 2010).
 *
 * @param attaining the number k of runs, from 1 to n
 * @param runs the number n of runs
 * @param corners the corners of the region as pairs (x, y), x strictly ascending and y strictly
 *     descending; the region is all that one of them weakly dominates, and empty if there are none
 */
public record AttainmentSurface(int attaining, int runs, List<double[]> corners) {

  /** Copies the list. */
  public AttainmentSurface {
    corners = List.copyOf(corners);
  }

  /**
   * Returns the surface that a share of the runs attains: 0.5 for the median, 0.25 and 0.75 for the
   * quartiles; 0.25 is the most optimistic of the three.
   *
   * @param runs for each run its points, pairs of losses, both minimised, in any order
   * @param share the share of the runs, above 0 and at most 1; k is the next integer above share ·
   *     n
   * @throws IllegalArgumentException if there are no runs, the share is out of range, or a point is
   *     not a pair of finite numbers
   */
  public static AttainmentSurface of(List<List<double[]>> runs, double share) {
    if (runs.isEmpty() || !(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "runs (%d) must not be empty, and share (%s) must lie in (0, 1]."
              .formatted(runs.size(), share));
    }
    // 0.07 · 100 is 7.000000000000001, and means 7.
    int attaining = Math.max(1, (int) Math.ceil(share * runs.size() - 1e-8));
    return new AttainmentSurface(attaining, runs.size(), corners(runs, attaining));
  }

  /**
   * Sweeps from the left: y of the surface is the k-th least of the runs' least y up to there, and
   * a corner is where it falls.
   */
  private static List<double[]> corners(List<List<double[]>> runs, int attaining) {
    double[] least = new double[runs.size()];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    List<double[]> corners = new ArrayList<>();
    double surface = Double.POSITIVE_INFINITY;
    for (RunPoint point : sorted(runs)) {
      if (point.y >= least[point.run]) {
        continue;
      }
      least[point.run] = point.y;
      double[] ascending = least.clone();
      Arrays.sort(ascending);
      double now = ascending[attaining - 1];
      if (now < surface) {
        surface = now;
        int last = corners.size() - 1;
        if (last >= 0 && corners.get(last)[0] == point.x) {
          corners.remove(last);
        }
        corners.add(new double[] {point.x, now});
      }
    }
    return corners;
  }

  private record RunPoint(int run, double x, double y) {}

  private static List<RunPoint> sorted(List<List<double[]>> runs) {
    return IntStream.range(0, runs.size())
        .boxed()
        .flatMap(run -> runs.get(run).stream().map(point -> runPoint(run, point)))
        .sorted(Comparator.comparingDouble(RunPoint::x))
        .toList();
  }

  private static RunPoint runPoint(int run, double[] point) {
    if (point.length != 2 || !Double.isFinite(point[0]) || !Double.isFinite(point[1])) {
      throw new IllegalArgumentException(
          "point (%s) must be a pair of finite numbers; choose two objectives."
              .formatted(Arrays.toString(point)));
    }
    return new RunPoint(run, point[0], point[1]);
  }
}
