package org.espalier.nas.analysis.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The order of the items in each rank with few crossings of links: the barycentre heuristic of
 * Sugiyama, Tagawa and Toda (1981), down and up in turn, followed by exchanges of neighbours.
 */
final class LayerOrdering {
  private static final int ROUNDS = 12;

  private final LayeredItems items;
  private final int[] positions;
  private List<List<Integer>> best;
  private long fewest;

  private LayerOrdering(LayeredItems items) {
    this.items = items;
    positions = new int[items.size()];
    best = items.byRank();
    fewest = crossings(best);
  }

  /** Returns the items of each rank from left to right. */
  static List<List<Integer>> of(LayeredItems items) {
    LayerOrdering ordering = new LayerOrdering(items);
    List<List<Integer>> current = items.byRank();
    for (int round = 0; round < ROUNDS && ordering.fewest > 0; round++) {
      for (int rank = 1; rank < current.size(); rank++) {
        ordering.sort(current, rank, rank - 1, items::above);
      }
      ordering.keep(current);
      for (int rank = current.size() - 2; rank >= 0; rank--) {
        ordering.sort(current, rank, rank + 1, items::below);
      }
      ordering.keep(current);
    }
    ordering.exchange();
    return ordering.best;
  }

  private void keep(List<List<Integer>> order) {
    long crossings = crossings(order);
    if (crossings < fewest) {
      fewest = crossings;
      best = copy(order);
    }
  }

  /** Exchanges neighbours as long as that avoids crossings. */
  private void exchange() {
    boolean improved = fewest > 0;
    while (improved) {
      improved = false;
      for (int rank = 0; rank < best.size(); rank++) {
        for (int i = 0; i + 1 < best.get(rank).size(); i++) {
          long before = around(best, rank);
          swap(best.get(rank), i);
          if (around(best, rank) < before) {
            improved = true;
          } else {
            swap(best.get(rank), i);
          }
        }
      }
    }
  }

  private static void swap(List<Integer> order, int index) {
    order.set(index, order.set(index + 1, order.get(index)));
  }

  private void sort(
      List<List<Integer>> order, int rank, int fixed, IntFunction<List<Integer>> neighbours) {
    place(order.get(fixed));
    double[] centres = new double[items.size()];
    List<Integer> sorted = order.get(rank);
    for (int i = 0; i < sorted.size(); i++) {
      int item = sorted.get(i);
      centres[item] =
          neighbours.apply(item).stream().mapToInt(other -> positions[other]).average().orElse(i);
    }
    sorted.sort(Comparator.comparingDouble(item -> centres[item]));
  }

  private void place(List<Integer> order) {
    for (int i = 0; i < order.size(); i++) {
      positions[order.get(i)] = i;
    }
  }

  private long crossings(List<List<Integer>> order) {
    long crossings = 0;
    for (int rank = 0; rank + 1 < order.size(); rank++) {
      crossings += between(order, rank);
    }
    return crossings;
  }

  private long around(List<List<Integer>> order, int rank) {
    return (rank > 0 ? between(order, rank - 1) : 0)
        + (rank + 1 < order.size() ? between(order, rank) : 0);
  }

  /** Returns the crossings between a rank and the next. */
  private long between(List<List<Integer>> order, int rank) {
    place(order.get(rank + 1));
    List<Integer> ends = new ArrayList<>();
    for (int item : order.get(rank)) {
      items.below(item).stream().map(other -> positions[other]).sorted().forEach(ends::add);
    }
    long crossings = 0;
    for (int i = 0; i < ends.size(); i++) {
      for (int j = i + 1; j < ends.size(); j++) {
        crossings += ends.get(i) > ends.get(j) ? 1 : 0;
      }
    }
    return crossings;
  }

  private static List<List<Integer>> copy(List<List<Integer>> order) {
    List<List<Integer>> copy = new ArrayList<>();
    order.forEach(rank -> copy.add(new ArrayList<>(rank)));
    return copy;
  }
}
