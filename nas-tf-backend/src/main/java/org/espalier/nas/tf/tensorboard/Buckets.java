package org.espalier.nas.tf.tensorboard;

import java.util.Collection;

/**
 * Counts of numbers in 30 buckets of equal width from the smallest to the largest, as in {@code
 * tf.summary.histogram}; if all numbers are equal, the last bucket holds them all.
 */
final class Buckets {
  /** Number of columns: left edge, right edge, count. */
  static final int COLUMNS = 3;

  private static final int COUNT = 30;

  private final double[] rows = new double[COUNT * COLUMNS];

  private Buckets(double least, double most) {
    double width = (most - least) / COUNT;
    for (int i = 0; i < COUNT; i++) {
      rows[i * COLUMNS] = least + i * width;
      rows[i * COLUMNS + 1] = i == COUNT - 1 ? most : least + (i + 1) * width;
    }
  }

  /** Counts numbers, at least one and all finite. */
  static Buckets of(Collection<Double> numbers) {
    double least = numbers.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    double most = numbers.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    Buckets buckets = new Buckets(least, most);
    double width = (most - least) / COUNT;
    for (double number : numbers) {
      int bucket = width > 0 ? (int) Math.min(COUNT - 1, (number - least) / width) : COUNT - 1;
      buckets.rows[bucket * COLUMNS + 2]++;
    }
    return buckets;
  }

  /** Returns the number of buckets. */
  int count() {
    return COUNT;
  }

  /** Returns left edge, right edge and count, bucket after bucket. */
  double[] rows() {
    return rows.clone();
  }
}
