package org.espalier.nas.api.objective;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Hypervolume of a growing set of points after each one, for the quality of a search at any time.
 * Each point adds the exact volume that only it dominates. Not thread-safe.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class HypervolumeCurve {
  private final double[] reference;
  private final List<double[]> front = new ArrayList<>();
  private double volume;

  /**
   * Creates the curve of no points.
   *
   * @param reference the reference point, one finite number for each objective
   */
  public HypervolumeCurve(double... reference) {
    this.reference = reference.clone();
  }

  /**
   * Returns the hypervolume of the first, the first two, the first three, … points.
   *
   * @param points vectors of losses, all minimised, in the order of their evaluation
   * @param reference the reference point, one finite number for each objective
   * @return as many numbers as points, none smaller than the one before it
   * @throws IllegalArgumentException if a point has another length than the reference or a value
   *     that is not finite
   */
  public static double[] of(List<double[]> points, double... reference) {
    HypervolumeCurve curve = new HypervolumeCurve(reference);
    return points.stream().mapToDouble(curve::add).toArray();
  }

  /**
   * Adds a point and returns the hypervolume of all points added so far.
   *
   * @throws IllegalArgumentException if the point has another length than the reference or a value
   *     that is not finite
   */
  public double add(double[] point) {
    for (double[] box : Boxes.of(List.of(point), reference)) {
      double[][] others = front.toArray(double[][]::new);
      volume += Math.max(0, Hypervolume.beyond(box, others, box.length));
      Boxes.insert(box, front, box.length);
    }
    return volume;
  }
}
