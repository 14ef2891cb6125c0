package org.espalier.nas.analysis.inference;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * As many values as a sample has, drawn from it with replacement.
 *
 * <p>It stores the number of draws of each value, so that order statistics need no sorting.
 */
public final class Resample {

  private final double[] ascending;
  private final int[] counts;

  Resample(Sample sample) {
    ascending = sample.ascending();
    counts = new int[ascending.length];
  }

  void draw(SplittableRandom random) {
    draw(random, counts);
  }

  static void draw(SplittableRandom random, int[] counts) {
    Arrays.fill(counts, 0);
    for (int i = 0; i < counts.length; i++) {
      counts[random.nextInt(counts.length)]++;
    }
  }

  /** The arithmetic mean. */
  public double mean() {
    double sum = 0;
    for (int i = 0; i < ascending.length; i++) {
      sum += counts[i] * ascending[i];
    }
    return sum / ascending.length;
  }

  /** The median. */
  public double median() {
    int size = ascending.length;
    int below = (size - 1) / 2;
    int seen = counts[0];
    int i = 0;
    while (seen <= below) {
      seen += counts[++i];
    }
    double lower = ascending[i];
    while (seen <= size / 2) {
      seen += counts[++i];
    }
    return lower + (ascending[i] - lower) / 2;
  }

  /** The mean of the middle half. */
  public double interquartileMean() {
    int from = ascending.length / 4;
    int to = ascending.length - from;
    int seen = 0;
    double sum = 0;
    for (int i = 0; seen < to; i++) {
      int kept = Math.min(seen + counts[i], to) - Math.max(seen, from);
      sum += Math.max(0, kept) * ascending[i];
      seen += counts[i];
    }
    return sum / (to - from);
  }

  /** The share of values above zero, those that are zero counting half. */
  public double shareAboveZero() {
    int halves = 0;
    for (int i = 0; i < ascending.length; i++) {
      halves += counts[i] * (ascending[i] > 0 ? 2 : ascending[i] == 0 ? 1 : 0);
    }
    return halves / (2.0 * ascending.length);
  }
}
