package org.espalier.nas.api.objective;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Growing set of the vectors that none of those added dominates. Equal vectors are all kept. Adding
 * one takes time in proportion to the size of the front. Not thread-safe.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ParetoFront {
  private final List<Member> members = new ArrayList<>();
  private int added;

  private record Member(int index, double[] losses) {}

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
    if (members.stream().anyMatch(member -> Dominance.dominates(member.losses, losses))) {
      added++;
      return false;
    }
    members.removeIf(member -> Dominance.dominates(losses, member.losses));
    members.add(new Member(added++, losses.clone()));
    return true;
  }

  /** Returns the indices of the vectors in the front, in ascending order. */
  public List<Integer> indices() {
    return members.stream().map(Member::index).toList();
  }

  /** Returns copies of the vectors in the front, in the order in which they were added. */
  public List<double[]> vectors() {
    return members.stream().map(member -> member.losses.clone()).toList();
  }
}
