package org.espalier.nas.api.objective;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.apiguardian.api.API;

/**
 * Point of a front where a small gain in one objective starts to cost most in the others: the one
 * farthest from the hyperplane through the ends of the front, on the side of the ideal point (Das
 * 1999).
 *
 * <p>Each objective is scaled to [0, 1] over the front, and the hyperplane is Σ xᵢ = 1, which
 * passes through the worst value of each objective alone; of two objectives, through the two ends
 * of the front. An objective without range is left out.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class KneePoint {
  /** Distances that differ by less are rounding errors. */
  private static final double TOLERANCE = 1e-12;

  private KneePoint() {}

  /**
   * Returns the index of the knee.
   *
   * @param front vectors of finite numbers of the same length, all minimised, none of which
   *     dominates another
   * @return the lowest index of those with the largest distance; empty if no point lies on the side
   *     of the ideal point, as in a straight or concave front, or in one of fewer than three points
   */
  public static OptionalInt of(List<double[]> front) {
    double[] distances = distances(front);
    double largest = Arrays.stream(distances).max().orElse(0);
    if (!(largest > TOLERANCE)) {
      return OptionalInt.empty();
    }
    int knee = 0;
    while (distances[knee] < largest - TOLERANCE) {
      knee++;
    }
    return OptionalInt.of(knee);
  }

  /** Returns √m times the distance of each point to the hyperplane, positive towards the ideal. */
  private static double[] distances(List<double[]> front) {
    double[] distances = new double[front.size()];
    Arrays.fill(distances, 1);
    boolean ranged = false;
    for (int i = 0; !front.isEmpty() && i < front.get(0).length; i++) {
      int axis = i;
      double least = front.stream().mapToDouble(point -> point[axis]).min().orElseThrow();
      double range = front.stream().mapToDouble(point -> point[axis]).max().orElseThrow() - least;
      ranged |= range > 0;
      for (int j = 0; range > 0 && j < distances.length; j++) {
        distances[j] -= (front.get(j)[axis] - least) / range;
      }
    }
    return ranged ? distances : new double[front.size()];
  }
}
