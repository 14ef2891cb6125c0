package org.espalier.nas.api.objective;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * Growing set of the vectors that none of those added dominates. Equal vectors are all kept. Adding
 * one takes time in proportion to the size of the front. Not thread-safe.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ParetoFront {
  /** The vectors by their indices, in ascending order. */
  private final Map<Integer, double[]> members = new LinkedHashMap<>();

  private int added;

  /** Creates an empty front. */
  public ParetoFront() {}

  /**
   * Returns the indices of the vectors that no other dominates, in ascending order.
   *
   * @param losses vectors of finite numbers of the same length, all minimised; may be empty
   * @throws IllegalArgumentException if a vector has another length than the first, or a value that
   *     is not finite
   */
  public static List<Integer> of(List<double[]> losses) {
    ParetoFront front = new ParetoFront();
    losses.forEach(front::add);
    return front.indices();
  }

  /**
   * Adds a vector, whose index is the number of vectors added before, and removes those that it
   * dominates.
   *
   * @param losses finite numbers, all minimised
   * @return true if no vector added so far dominates it
   * @throws IllegalArgumentException if it has another length than those in the front, or a value
   *     that is not finite
   */
  public boolean add(double[] losses) {
    LossVectors.requireFinite(losses);
    boolean dominated =
        members.values().stream().anyMatch(member -> Dominance.dominates(member, losses));
    if (!dominated) {
      members.values().removeIf(member -> Dominance.dominates(losses, member));
      members.put(added, losses.clone());
    }
    added++;
    return !dominated;
  }

  /** Returns the indices of the vectors in the front, in ascending order. */
  public List<Integer> indices() {
    return List.copyOf(members.keySet());
  }

  /** Returns copies of the vectors in the front, in the order in which they were added. */
  public List<double[]> vectors() {
    return members.values().stream().map(double[]::clone).toList();
  }
}
