package org.espalier.nas.api.objective;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Arrays;
import java.util.List;
import org.apiguardian.api.API;

/**
 * IGD⁺: the mean distance from the points of a true front to the region that a set of points
 * dominates (Ishibuchi et al. 2015, equations 18 and 19). Unlike IGD, it never prefers a set to one
 * that weakly dominates it.
 *
 * <p>Distances add up over the objectives: scale objectives of different units to comparable ranges
 * first.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class InvertedGenerationalDistancePlus {
  private InvertedGenerationalDistancePlus() {}

  /**
   * Returns the mean, over the front, of the least distance √Σ max(aᵢ − zᵢ, 0)² of a point a to the
   * front's point z.
   *
   * @param points vectors of losses, all minimised
   * @param front the points of the true front, at least one, each counted as often as it occurs
   * @return a number of at least 0, which is 0 if each point of the front is weakly dominated;
   *     infinite if there are no points
   * @throws IllegalArgumentException if the front is empty, or vectors have different lengths
   */
  public static double of(List<double[]> points, List<double[]> front) {
    if (front.isEmpty()) {
      throw new IllegalArgumentException("front must have at least one point.");
    }
    double sum = 0;
    for (double[] target : front) {
      sum +=
          points.stream()
              .mapToDouble(point -> distance(point, target))
              .min()
              .orElse(Double.POSITIVE_INFINITY);
    }
    return sum / front.size();
  }

  private static double distance(double[] point, double[] target) {
    if (point.length != target.length) {
      throw new IllegalArgumentException(
          "point (%s) and target (%s) must have one value for each objective."
              .formatted(Arrays.toString(point), Arrays.toString(target)));
    }
    double sum = 0;
    for (int i = 0; i < point.length; i++) {
      double excess = Math.max(0, point[i] - target[i]);
      sum += excess * excess;
    }
    return Math.sqrt(sum);
  }
}
