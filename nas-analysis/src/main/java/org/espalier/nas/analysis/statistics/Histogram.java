package org.espalier.nas.analysis.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How often values fall into bins of equal width.
 *
 * @param bins from the lowest to the highest value, without a gap; empty if there were no values
 */
public record Histogram(List<Bin> bins) {

  private static final double ROUNDING = 1e-9;
  private static final int FEWEST_BINS = 5;
  private static final int MOST_BINS = 40;

  /**
   * A bin.
   *
   * @param low the smallest value that belongs to it
   * @param high the smallest value that belongs to the next
   * @param count how many values fall into it
   */
  public record Bin(double low, double high, int count) {}

  /** Copies. */
  public Histogram {
    bins = List.copyOf(bins);
  }

  /**
   * One bin for each integer percent: 0.523 falls into [0.52, 0.53).
   *
   * @param shares finite numbers
   */
  public static Histogram perPercent(double[] shares) {
    if (shares.length == 0) {
      return new Histogram(List.of());
    }
    return of(shares, 0.01);
  }

  /**
   * Bins of a round width (1, 2 or 5 times a power of ten), about as wide as Freedman and Diaconis
   * (1981) advise: twice the interquartile range over the cube root of the count.
   *
   * @param values finite numbers
   */
  public static Histogram rounded(double[] values) {
    if (values.length == 0) {
      return new Histogram(List.of());
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int last = sorted.length - 1;
    double range = sorted[last] - sorted[0];
    double middle = sorted[last - sorted.length / 4] - sorted[sorted.length / 4];
    double advised = 2 * middle / Math.cbrt(sorted.length);
    double width = Math.min(Math.max(advised, range / MOST_BINS), range / FEWEST_BINS);
    if (width <= Math.ulp(sorted[last]) * MOST_BINS) {
      width = Math.max(Math.abs(sorted[0]), 1) / 100;
    }
    return of(sorted, Rounding.upToRound(width));
  }

  private static Histogram of(double[] values, double width) {
    double lowest = Arrays.stream(values).min().orElseThrow();
    double highest = Arrays.stream(values).max().orElseThrow();
    long first = index(lowest, width);
    int[] counts = new int[(int) (index(highest, width) - first) + 1];
    for (double value : values) {
      counts[(int) (index(value, width) - first)]++;
    }
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      bins.add(new Bin((first + i) * width, (first + i + 1) * width, counts[i]));
    }
    return new Histogram(bins);
  }

  /** Of the bin; 0.29 belongs to bin 29 although 0.29 / 0.01 is a little less than 29. */
  private static long index(double value, double width) {
    return (long) Math.floor(value / width + ROUNDING);
  }
}
