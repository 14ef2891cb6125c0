package org.espalier.nas.data.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A choice of items whose sizes add up to nearly a wanted size.
 *
 * <p>Of all choices with the best sum it takes one among the first items, so that shuffled items
 * give a nearly random choice.
 */
final class SizeChoice {
  private static final int UNREACHED = -1;

  private final int[] sizes;
  private final int wanted;

  private SizeChoice(int[] sizes, int wanted) {
    this.sizes = sizes;
    this.wanted = wanted;
  }

  /**
   * Returns the indices of the chosen items, at least one.
   *
   * @param sizes the sizes of the items, positive
   * @param wanted the wanted sum
   * @param most the maximum number of items, at least 1; if it is binding, a better choice may
   *     exist
   */
  static List<Integer> nearest(int[] sizes, int wanted, int most) {
    SizeChoice choice = new SizeChoice(sizes, Math.max(1, wanted));
    List<Integer> chosen = choice.among(IntStream.range(0, sizes.length).boxed().toList());
    if (chosen.size() <= most) {
      return chosen;
    }
    List<Integer> bySize =
        IntStream.range(0, sizes.length)
            .boxed()
            .sorted(Comparator.comparingInt(item -> sizes[item]))
            .toList();
    List<Integer> several = choice.among(bySize.subList(0, most).stream().sorted().toList());
    List<Integer> single =
        List.of(
            bySize.stream()
                .min(Comparator.comparingInt(item -> choice.error(sizes[item])))
                .orElseThrow());
    return choice.error(several) <= choice.error(single) ? several : single;
  }

  private int error(int sum) {
    return Math.abs(sum - wanted);
  }

  private int error(List<Integer> items) {
    return error(items.stream().mapToInt(item -> sizes[item]).sum());
  }

  /** Solves the subset-sum problem by dynamic programming over the sums. */
  private List<Integer> among(List<Integer> items) {
    int largest = items.stream().mapToInt(item -> sizes[item]).max().orElse(0);
    int total = items.stream().mapToInt(item -> sizes[item]).sum();
    int limit = Math.min(total, Math.addExact(wanted, largest));
    // For each sum, the position of the item that completed it first; smaller sums came earlier.
    int[] completed = new int[limit + 1];
    Arrays.fill(completed, UNREACHED);
    completed[0] = 0;
    int highest = 0;
    for (int i = 0; i < items.size() && completed[Math.min(wanted, limit)] == UNREACHED; i++) {
      int size = sizes[items.get(i)];
      highest = Math.min(limit, highest + size);
      for (int sum = highest; sum >= size; sum--) {
        if (completed[sum] == UNREACHED && completed[sum - size] != UNREACHED) {
          completed[sum] = i;
        }
      }
    }
    List<Integer> chosen = new ArrayList<>();
    int best =
        IntStream.rangeClosed(1, limit)
            .filter(sum -> completed[sum] != UNREACHED)
            .boxed()
            .min(Comparator.comparingInt(this::error))
            .orElseThrow();
    for (int sum = best; sum > 0; sum -= sizes[chosen.get(chosen.size() - 1)]) {
      chosen.add(items.get(completed[sum]));
    }
    return chosen;
  }
}
