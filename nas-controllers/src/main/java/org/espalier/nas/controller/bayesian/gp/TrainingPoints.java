package org.espalier.nas.controller.bayesian.gp;

import org.espalier.nas.controller.encoding.DecisionCoordinates;

/**
 * Encoded architectures stored by coordinate, so that the distances from one point to all of them
 * are computed in a few passes over arrays; immutable.
 */
final class TrainingPoints {
  private static final double NONE = -1;

  private final SquaredDistance metric;
  private final int size;

  /** A number for each coordinate and point; the middle where it is inactive. */
  private final double[][] values;

  /** The squared distance beside the line of numbers for each coordinate and point. */
  private final double[][] asides;

  TrainingPoints(SquaredDistance metric, double[][] points) {
    this.metric = metric;
    this.size = points.length;
    this.values = new double[metric.dimensions()][size];
    this.asides = new double[metric.dimensions()][size];
    for (int i = 0; i < size; i++) {
      for (int axis = 0; axis < values.length; axis++) {
        boolean inactive = DecisionCoordinates.isInactive(points[i][axis]);
        double elsewhere = metric.isUnordered(axis) ? NONE : SquaredDistance.MIDDLE;
        values[axis][i] = inactive ? elsewhere : points[i][axis];
        asides[axis][i] = inactive ? SquaredDistance.ASIDE : 0;
      }
    }
  }

  /** Returns the number of each point's coordinate; the middle of the range if it is inactive. */
  double[] values(int axis) {
    return values[axis];
  }

  /**
   * Returns the squared distances to the first points.
   *
   * @param point an encoded architecture
   * @param count the number of points
   * @param weights the weight of each coordinate
   */
  double[] squaredDistances(double[] point, int count, double[] weights) {
    double[] distances = new double[count];
    for (int axis = 0; axis < weights.length; axis++) {
      boolean inactive = DecisionCoordinates.isInactive(point[axis]);
      if (metric.isUnordered(axis)) {
        addOptions(distances, values[axis], inactive ? NONE : point[axis], weights[axis]);
      } else if (inactive) {
        addInactive(distances, axis, weights[axis]);
      } else {
        addNumbers(distances, values[axis], asides[axis], point[axis], weights[axis]);
      }
    }
    return distances;
  }

  private static void addOptions(
      double[] distances, double[] options, double option, double weight) {
    for (int i = 0; i < distances.length; i++) {
      distances[i] += options[i] == option ? 0 : weight;
    }
  }

  private static void addNumbers(
      double[] distances, double[] numbers, double[] asides, double number, double weight) {
    for (int i = 0; i < distances.length; i++) {
      double difference = number - numbers[i];
      distances[i] += weight * (difference * difference + asides[i]);
    }
  }

  private void addInactive(double[] distances, int axis, double weight) {
    for (int i = 0; i < distances.length; i++) {
      double active = values[axis][i] - SquaredDistance.MIDDLE;
      boolean alike = asides[axis][i] > 0;
      distances[i] += alike ? 0 : weight * (active * active + SquaredDistance.ASIDE);
    }
  }

  /**
   * Returns the set of coordinates at a distance from each of the first points as bits, the first
   * coordinate as the lowest bit. For spaces of unordered decisions only.
   */
  int[] differences(double[] point, int count) {
    int[] differences = new int[count];
    for (int axis = 0; axis < values.length; axis++) {
      double option = DecisionCoordinates.isInactive(point[axis]) ? NONE : point[axis];
      double[] options = values[axis];
      for (int i = 0; i < count; i++) {
        differences[i] |= options[i] == option ? 0 : 1 << axis;
      }
    }
    return differences;
  }
}
