package org.espalier.nas.controller.bayesian.gp;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The subset of observations to which a Gaussian process is conditioned if there are many: half of
 * it are the best, which makes the model exact where the search goes on; the others are spread over
 * the rest, each the farthest from all before it (Gonzalez 1985), so that no region known to be bad
 * looks unexplored.
 *
 * <p>Such a subset of quality and diversity preserves the quality of Bayesian optimisation (Moss,
 * Ober &amp; Picheny 2023), and an exact model of it stays exact at the best observations, where
 * sparse approximations do not.
 */
final class ActiveSet {

  private ActiveSet() {}

  /**
   * Selects observations.
   *
   * @param kernel the measure of distance
   * @param points encoded architectures
   * @param targets one for each point
   * @param most maximum number of observations, at least 2
   * @return their indices, ascending
   */
  static int[] of(MaternKernel kernel, double[][] points, double[] targets, int most) {
    if (points.length <= most) {
      return IntStream.range(0, points.length).toArray();
    }
    int[] best =
        IntStream.range(0, points.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -targets[i]))
            .limit(most / 2)
            .mapToInt(i -> i)
            .toArray();
    int[] chosen = Arrays.copyOf(best, most);
    double[] nearest = new double[points.length];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    TrainingPoints all = kernel.training(points);
    for (int place = 0; place < most; place++) {
      if (place >= best.length) {
        chosen[place] = farthest(nearest);
      }
      double[] distances = kernel.squaredDistances(all, points[chosen[place]], points.length);
      for (int i = 0; i < nearest.length; i++) {
        nearest[i] = Math.min(nearest[i], distances[i]);
      }
      nearest[chosen[place]] = Double.NEGATIVE_INFINITY;
    }
    Arrays.sort(chosen);
    return chosen;
  }

  private static int farthest(double[] nearest) {
    int farthest = 0;
    for (int i = 1; i < nearest.length; i++) {
      farthest = nearest[i] > nearest[farthest] ? i : farthest;
    }
    return farthest;
  }
}
