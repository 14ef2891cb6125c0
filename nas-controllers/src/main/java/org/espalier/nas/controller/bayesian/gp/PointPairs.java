package org.espalier.nas.controller.bayesian.gp;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The distances between any two points of a set along each coordinate. Each combination of
 * distances is kept once: in a space of few answers most pairs share theirs with another pair.
 */
final class PointPairs {
  private final int[] apart;
  private final double[][] distances;

  private PointPairs(int[] apart, double[][] distances) {
    this.apart = apart;
    this.distances = distances;
  }

  static PointPairs of(SquaredDistance metric, double[][] points) {
    int[] apart = new int[points.length * (points.length - 1) / 2];
    double[][] distinct = new double[apart.length][];
    Map<DoubleBuffer, Integer> numbers = new HashMap<>();
    int known = 0;
    for (int i = 0; i < points.length; i++) {
      for (int j = 0; j < i; j++) {
        double[] distances = metric.squared(points[i], points[j]);
        Integer number =
            metric.repeats() ? numbers.putIfAbsent(DoubleBuffer.wrap(distances), known) : null;
        if (number == null) {
          distinct[known] = distances;
          number = known++;
        }
        apart[place(i, j)] = number;
      }
    }
    return new PointPairs(apart, Arrays.copyOf(distinct, known));
  }

  private static int place(int i, int j) {
    return i * (i - 1) / 2 + j;
  }

  /** Returns the squared distance of each combination, as a kernel measures it. */
  double[] squaredDistances(MaternKernel kernel) {
    double[] values = new double[distances.length];
    for (int combination = 0; combination < values.length; combination++) {
      values[combination] = kernel.squaredDistance(distances[combination]);
    }
    return values;
  }

  /** Returns the squared distances of a combination along each coordinate; not to be changed. */
  double[] distances(int combination) {
    return distances[combination];
  }

  /**
   * Returns the combination of distances between two points.
   *
   * @param j smaller than i
   */
  int combination(int i, int j) {
    return apart[place(i, j)];
  }
}
