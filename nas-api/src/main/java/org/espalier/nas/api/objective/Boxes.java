package org.espalier.nas.api.objective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Boxes between points and a reference point, each by its positive edge lengths. */
final class Boxes {
  private Boxes() {}

  /** Returns the boxes of the points that are better than the reference in each objective. */
  static double[][] of(List<double[]> points, double[] reference) {
    List<double[]> boxes = new ArrayList<>();
    for (double[] point : points) {
      double[] box = edges(point, reference);
      if (Arrays.stream(box).allMatch(edge -> edge > 0)) {
        boxes.add(box);
      }
    }
    return boxes.toArray(double[][]::new);
  }

  /** Returns the edges of the box of one point, which are not positive where it is not better. */
  static double[] edges(double[] point, double[] reference) {
    if (point.length != reference.length || reference.length == 0) {
      throw new IllegalArgumentException(
          "point (%s) and reference (%s) must have one value for each objective."
              .formatted(Arrays.toString(point), Arrays.toString(reference)));
    }
    double[] box = new double[point.length];
    for (int i = 0; i < box.length; i++) {
      box[i] = reference[i] - point[i];
      if (!Double.isFinite(box[i])) {
        throw new IllegalArgumentException(
            "point (%s) and reference (%s) must be finite numbers; leave out failed trials."
                .formatted(Arrays.toString(point), Arrays.toString(reference)));
      }
    }
    return box;
  }

  /** Returns the intersection of each box with one, by the leading edges. */
  static double[][] cut(double[][] boxes, double[] by, int dimensions) {
    double[][] cut = new double[boxes.length][dimensions];
    for (int i = 0; i < boxes.length; i++) {
      for (int j = 0; j < dimensions; j++) {
        cut[i][j] = Math.min(boxes[i][j], by[j]);
      }
    }
    return cut;
  }

  /** Returns the boxes that are in no other, one of each equal ones. */
  static double[][] largest(double[][] boxes, int dimensions) {
    List<double[]> largest = new ArrayList<>();
    for (double[] box : boxes) {
      insert(box, largest, dimensions);
    }
    return largest.toArray(double[][]::new);
  }

  /** Adds a box unless another contains it, and removes those that it contains. */
  static void insert(double[] box, List<double[]> largest, int dimensions) {
    if (largest.stream().noneMatch(other -> contains(other, box, dimensions))) {
      largest.removeIf(other -> contains(box, other, dimensions));
      largest.add(box);
    }
  }

  private static boolean contains(double[] outer, double[] inner, int dimensions) {
    for (int i = 0; i < dimensions; i++) {
      if (outer[i] < inner[i]) {
        return false;
      }
    }
    return true;
  }
}
