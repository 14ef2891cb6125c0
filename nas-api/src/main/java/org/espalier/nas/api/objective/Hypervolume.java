package org.espalier.nas.api.objective;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Exact hypervolume: the volume of the region that a set of points dominates and that dominates a
 * reference point (Zitzler and Thiele 1998).
 *
 * <p>Two objectives take one sweep over the sorted points, three a sweep with a staircase, both O(n
 * log n); more take the WFG algorithm (While, Bradstreet and Barone 2012) with slices of the last
 * objective, down to the sweep of three.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class Hypervolume {
  private Hypervolume() {}

  /**
   * Returns the hypervolume.
   *
   * @param points vectors of losses, all minimised, in any order; dominated and equal ones are
   *     allowed, and a point that is not better than the reference in each objective contributes
   *     nothing
   * @param reference the reference point, one finite number for each objective, at least one
   * @return the volume in the product of the objectives' units; 0 for no points
   * @throws IllegalArgumentException if a point has another length than the reference or a value
   *     that is not finite
   */
  public static double of(List<double[]> points, double... reference) {
    return ofBoxes(Boxes.of(points, reference), reference.length);
  }

  /** Returns the volume of the union of boxes, by their leading edges. */
  static double ofBoxes(double[][] boxes, int dimensions) {
    return switch (dimensions) {
      case 1 -> Arrays.stream(boxes).mapToDouble(box -> box[0]).max().orElse(0);
      case 2 -> ofTwo(boxes);
      case 3 -> ofThree(boxes);
      default -> ofMore(Boxes.largest(boxes, dimensions), dimensions);
    };
  }

  private static double ofTwo(double[][] boxes) {
    double[][] sorted = descending(boxes, 0);
    double volume = 0;
    double height = 0;
    for (double[] box : sorted) {
      if (box[1] > height) {
        volume += box[0] * (box[1] - height);
        height = box[1];
      }
    }
    return volume;
  }

  /** Sweeps from the longest third edge to the shortest; between two, the area is constant. */
  private static double ofThree(double[][] boxes) {
    double[][] sorted = descending(boxes, 2);
    Staircase staircase = new Staircase();
    double volume = 0;
    for (int i = 0; i < sorted.length; i++) {
      staircase.add(sorted[i][0], sorted[i][1]);
      double next = i + 1 < sorted.length ? sorted[i + 1][2] : 0;
      volume += staircase.area() * (sorted[i][2] - next);
    }
    return volume;
  }

  /**
   * Adds the volume that each box has beyond those with a longer last edge: cut to it, these are as
   * long as the box in this direction, so that one dimension less remains.
   */
  private static double ofMore(double[][] boxes, int dimensions) {
    double[][] sorted = descending(boxes, dimensions - 1);
    double volume = 0;
    for (int i = 0; i < sorted.length; i++) {
      double[][] longer = Arrays.copyOf(sorted, i);
      volume += sorted[i][dimensions - 1] * beyond(sorted[i], longer, dimensions - 1);
    }
    return volume;
  }

  /** Returns the volume of a box that is in none of the others, by their leading edges. */
  static double beyond(double[] box, double[][] others, int dimensions) {
    double own = 1;
    for (int i = 0; i < dimensions; i++) {
      own *= box[i];
    }
    return own - ofBoxes(Boxes.cut(others, box, dimensions), dimensions);
  }

  private static double[][] descending(double[][] boxes, int edge) {
    double[][] sorted = boxes.clone();
    Arrays.sort(sorted, Comparator.comparingDouble(box -> -box[edge]));
    return sorted;
  }
}
