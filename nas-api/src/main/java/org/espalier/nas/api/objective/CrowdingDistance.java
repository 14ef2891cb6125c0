package org.espalier.nas.api.objective;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apiguardian.api.API;

/**
 * Crowding distance of the vectors of a front (Deb et al. 2002, section III-B): the sum over the
 * objectives of the distance between the neighbours on both sides, divided by the range of the
 * objective in the front. The first and the last in an objective are infinitely distant; an
 * objective without range contributes nothing.
 *
 * <p>Of equal vectors the one with the lowest index has the distance of the group and the others 0,
 * so that selection drops copies first. Different vectors that are equal in an objective are
 * ordered by the objective before it, the one before that, and so on, and finally by all from the
 * first on; the distances therefore do not depend on the order of the vectors.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class CrowdingDistance {
  private CrowdingDistance() {}

  /**
   * Returns the distance of each vector of one front, in their order.
   *
   * @param front vectors of finite numbers of the same length, none of which dominates another; may
   *     be empty
   * @return as many numbers, from 0 to infinity; infinite for fronts of one or two different
   *     vectors
   * @throws IllegalArgumentException if a vector has another length than the first, or a value that
   *     is not finite
   */
  public static double[] of(List<double[]> front) {
    LossVectors.requireComparable(front);
    double[] distances = new double[front.size()];
    List<Integer> order = distinct(front);
    if (order.size() < 2) {
      order.forEach(index -> distances[index] = Double.POSITIVE_INFINITY);
      return distances;
    }
    for (int objective = 0; objective < front.get(0).length; objective++) {
      int axis = objective;
      order.sort((i, j) -> LossVectors.compare(front.get(i)[axis], front.get(j)[axis]));
      double[] values = order.stream().mapToDouble(index -> front.get(index)[axis]).toArray();
      addObjective(values, order, distances);
    }
    return distances;
  }

  /**
   * Returns the distance of each vector within its front.
   *
   * @param losses vectors of finite numbers of the same length
   * @param sorting the fronts of these vectors
   */
  public static double[] of(List<double[]> losses, NonDominatedSorting sorting) {
    double[] distances = new double[losses.size()];
    for (List<Integer> front : sorting.fronts()) {
      double[] ofFront = of(front.stream().map(losses::get).toList());
      for (int i = 0; i < ofFront.length; i++) {
        distances[front.get(i)] = ofFront[i];
      }
    }
    return distances;
  }

  /** Returns the first index of each different vector, in lexicographic order of the vectors. */
  private static List<Integer> distinct(List<double[]> front) {
    List<Integer> distinct = new ArrayList<>();
    double[] last = {};
    for (int index :
        IntStream.range(0, front.size())
            .boxed()
            .sorted(Comparator.comparing(front::get, LossVectors::compareLexicographically))
            .toList()) {
      if (distinct.isEmpty() || LossVectors.compareLexicographically(last, front.get(index)) != 0) {
        distinct.add(index);
      }
      last = front.get(index);
    }
    return distinct;
  }

  private static void addObjective(double[] values, List<Integer> order, double[] distances) {
    int last = values.length - 1;
    double range = values[last] - values[0];
    if (range <= 0) {
      return;
    }
    distances[order.get(0)] = Double.POSITIVE_INFINITY;
    distances[order.get(last)] = Double.POSITIVE_INFINITY;
    for (int i = 1; i < last; i++) {
      distances[order.get(i)] += (values[i + 1] - values[i - 1]) / range;
    }
  }
}
