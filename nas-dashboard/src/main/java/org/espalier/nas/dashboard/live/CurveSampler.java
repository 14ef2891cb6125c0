package org.espalier.nas.dashboard.live;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Sampler of curves that keeps their extremes. */
final class CurveSampler {

  /** First, last, lowest and highest point. */
  private static final int POINTS_PER_BUCKET = 4;

  private CurveSampler() {}

  /**
   * A point of a curve.
   *
   * @param step the step
   * @param value the value at this step, finite
   */
  record Point(int step, double value) {}

  /**
   * Returns some points of a curve, in their order: the curve is divided into parts of equal
   * numbers of points, and of each part the first, the last, the lowest and the highest point are
   * kept. So the first, the last, the lowest and the highest point of the whole are kept.
   *
   * @param curve points in the order of their steps
   * @param limit the largest number of points to return, at least 4; a shorter curve is returned
   *     whole
   */
  static List<Point> sample(List<Point> curve, int limit) {
    if (curve.size() <= limit) {
      return List.copyOf(curve);
    }
    BitSet kept = new BitSet(curve.size());
    int buckets = Math.max(1, limit / POINTS_PER_BUCKET);
    for (int bucket = 0; bucket < buckets; bucket++) {
      int first = start(curve.size(), bucket, buckets);
      int end = start(curve.size(), bucket + 1, buckets);
      int lowest = first;
      int highest = first;
      for (int i = first; i < end; i++) {
        if (curve.get(i).value() < curve.get(lowest).value()) {
          lowest = i;
        }
        if (curve.get(i).value() > curve.get(highest).value()) {
          highest = i;
        }
      }
      kept.set(first);
      kept.set(lowest);
      kept.set(highest);
      kept.set(end - 1);
    }
    List<Point> sample = new ArrayList<>(kept.cardinality());
    kept.stream().forEach(index -> sample.add(curve.get(index)));
    return sample;
  }

  /** Returns the index of the first point of a bucket. */
  static int start(int points, int bucket, int buckets) {
    return (int) ((long) points * bucket / buckets);
  }
}
