package org.espalier.nas.api.objective;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apiguardian.api.API;

/**
 * Fronts of a set of vectors: the first holds those that no vector dominates, each further one
 * those that only vectors of earlier fronts dominate (Goldberg 1989; Deb et al. 2002). Equal
 * vectors are in the same front.
 *
 * <p>Found by efficient non-dominated sorting with binary search (Zhang et al. 2015, ENS-BS): in
 * O(n log n) for one or two objectives, in O(m n²) at worst for more.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class NonDominatedSorting {
  private final List<List<Integer>> fronts;
  private final int[] ranks;

  private NonDominatedSorting(List<List<Integer>> fronts, int size) {
    this.fronts = fronts.stream().map(front -> front.stream().sorted().toList()).toList();
    this.ranks = new int[size];
    for (int rank = 0; rank < fronts.size(); rank++) {
      for (int index : fronts.get(rank)) {
        ranks[index] = rank;
      }
    }
  }

  /**
   * Sorts vectors of losses, all minimised.
   *
   * @param losses vectors of finite numbers, one for each objective; may be empty
   * @throws IllegalArgumentException if a vector has another length than the first, or a value that
   *     is not finite
   */
  public static NonDominatedSorting of(List<double[]> losses) {
    return of(losses, new double[losses.size()]);
  }

  /**
   * Sorts vectors of losses by constrained domination (Deb et al. 2002, section VI): a smaller
   * violation dominates, and of equal violations the losses decide.
   *
   * @param losses vectors of finite numbers, one for each objective; may be empty
   * @param violations for each vector the extent to which it violates constraints, at least 0; 0 if
   *     it is feasible
   * @throws IllegalArgumentException if a vector has another length than the first, or a value that
   *     is not finite, or if violations has another length than losses, or a negative number or NaN
   */
  public static NonDominatedSorting of(List<double[]> losses, double[] violations) {
    LossVectors.requireComparable(losses);
    requireViolations(violations, losses.size());
    List<List<Integer>> fronts = new ArrayList<>();
    IntStream.range(0, losses.size())
        .boxed()
        .collect(groupingBy(index -> violations[index] + 0.0, TreeMap::new, toList()))
        .values()
        .forEach(indices -> fronts.addAll(fronts(indices, losses)));
    return new NonDominatedSorting(fronts, losses.size());
  }

  private static void requireViolations(double[] violations, int size) {
    if (violations.length != size || !Arrays.stream(violations).allMatch(value -> value >= 0)) {
      throw new IllegalArgumentException(
          "violations (%s) must have one number of at least 0 for each of the %d vectors."
              .formatted(Arrays.toString(violations), size));
    }
  }

  private static List<List<Integer>> fronts(List<Integer> indices, List<double[]> losses) {
    List<Integer> order =
        indices.stream()
            .sorted(Comparator.comparing(losses::get, LossVectors::compareLexicographically))
            .toList();
    List<List<Integer>> fronts = new ArrayList<>();
    for (int index : order) {
      int rank = firstWithoutDominator(fronts, losses.get(index), losses);
      if (rank == fronts.size()) {
        fronts.add(new ArrayList<>());
      }
      fronts.get(rank).add(index);
    }
    return fronts;
  }

  /** A vector that a front dominates is dominated by all earlier fronts too. */
  private static int firstWithoutDominator(
      List<List<Integer>> fronts, double[] vector, List<double[]> losses) {
    int low = 0;
    int high = fronts.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isDominated(vector, fronts.get(middle), losses)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Of two objectives, the last vector of a front has the least second loss and decides alone. */
  private static boolean isDominated(double[] vector, List<Integer> front, List<double[]> losses) {
    int earliest = vector.length <= 2 ? front.size() - 1 : 0;
    for (int i = front.size() - 1; i >= earliest; i--) {
      if (Dominance.dominates(losses.get(front.get(i)), vector)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the fronts, best first, as ascending indices of the vectors. */
  public List<List<Integer>> fronts() {
    return fronts;
  }

  /** Returns the number of the front of a vector, from 0. */
  public int rank(int index) {
    return ranks[index];
  }

  /** Returns the number of the front of each vector, from 0. */
  public int[] ranks() {
    return ranks.clone();
  }
}
