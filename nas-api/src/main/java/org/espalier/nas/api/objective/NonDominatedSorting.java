package org.espalier.nas.api.objective;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
    LossVectors.requireComparable(losses);
    List<Integer> order =
        IntStream.range(0, losses.size())
            .boxed()
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
    return new NonDominatedSorting(fronts, losses.size());
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
