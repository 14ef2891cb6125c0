package org.espalier.nas.analysis.layout;

import java.util.List;
import java.util.stream.Stream;

/**
 * The horizontal centers of items in a given order: each rank in turn moves as near to its
 * neighbours as the distances within the rank allow, in the sense of weighted least squares. Long
 * links become straight because their waypoints weigh most.
 */
final class HorizontalPlacement {
  private static final int ROUNDS = 24;
  private static final double DISTANCE = 22;
  private static final double INNER_WEIGHT = 8;
  private static final double OUTER_WEIGHT = 2;

  private final LayeredItems items;
  private final double[] centers;

  private HorizontalPlacement(LayeredItems items) {
    this.items = items;
    centers = new double[items.size()];
  }

  /**
   * Returns the center of each item in pixels; the leftmost edge is at 0.
   *
   * @param order the items of each rank from left to right
   */
  static double[] of(LayeredItems items, List<List<Integer>> order) {
    HorizontalPlacement placement = new HorizontalPlacement(items);
    for (int round = 0; round < ROUNDS; round++) {
      for (int rank = 0; rank < order.size(); rank++) {
        placement.move(order.get(rank), round > 0, true);
      }
      for (int rank = order.size() - 1; rank >= 0; rank--) {
        placement.move(order.get(rank), true, round < ROUNDS / 2);
      }
    }
    placement.shift();
    return placement.centers;
  }

  private void shift() {
    double left = Double.POSITIVE_INFINITY;
    for (int item = 0; item < centers.length; item++) {
      left = Math.min(left, centers[item] - items.width(item) / 2);
    }
    for (int item = 0; item < centers.length; item++) {
      centers[item] -= left;
    }
  }

  /**
   * Moves the items of a rank. With their distances subtracted, the centers must not decrease:
   * isotonic regression by pooling adjacent violators.
   */
  private void move(List<Integer> rank, boolean byBelow, boolean byAbove) {
    int count = rank.size();
    double[] offsets = new double[count];
    double[] means = new double[count];
    double[] weights = new double[count];
    int[] sizes = new int[count];
    int pools = 0;
    for (int i = 0; i < count; i++) {
      int item = rank.get(i);
      offsets[i] = i == 0 ? 0 : offsets[i - 1] + distance(rank.get(i - 1), item);
      double weight = weight(item);
      means[pools] = wished(item, byBelow, byAbove) - offsets[i];
      weights[pools] = weight;
      sizes[pools++] = 1;
      while (pools > 1 && means[pools - 2] > means[pools - 1]) {
        pools--;
        double sum = weights[pools - 1] + weights[pools];
        means[pools - 1] =
            (means[pools - 1] * weights[pools - 1] + means[pools] * weights[pools]) / sum;
        weights[pools - 1] = sum;
        sizes[pools - 1] += sizes[pools];
      }
    }
    int next = 0;
    for (int pool = 0; pool < pools; pool++) {
      for (int i = 0; i < sizes[pool]; i++, next++) {
        centers[rank.get(next)] = means[pool] + offsets[next];
      }
    }
  }

  private double distance(int left, int right) {
    double gap = items.isWaypoint(left) && items.isWaypoint(right) ? DISTANCE / 2 : DISTANCE;
    return items.width(left) / 2 + gap + items.width(right) / 2;
  }

  private double wished(int item, boolean byBelow, boolean byAbove) {
    double sum = 0;
    double weights = 0;
    for (int other : byAbove ? items.above(item) : List.<Integer>of()) {
      sum += weight(item, other) * centers[other];
      weights += weight(item, other);
    }
    for (int other : byBelow ? items.below(item) : List.<Integer>of()) {
      sum += weight(item, other) * centers[other];
      weights += weight(item, other);
    }
    return weights == 0 ? centers[item] : sum / weights;
  }

  private double weight(int item) {
    double sum =
        Stream.concat(items.above(item).stream(), items.below(item).stream())
            .mapToDouble(other -> weight(item, other))
            .sum();
    return Math.max(1, sum);
  }

  private double weight(int item, int other) {
    if (items.isWaypoint(item) && items.isWaypoint(other)) {
      return INNER_WEIGHT;
    }
    return items.isWaypoint(item) || items.isWaypoint(other) ? OUTER_WEIGHT : 1;
  }
}
