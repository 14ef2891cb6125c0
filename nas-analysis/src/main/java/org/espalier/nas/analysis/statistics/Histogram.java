package org.espalier.nas.analysis.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.espalier.nas.analysis.inference.Sample;

/**
 * Counts of values in bins of equal width.
 *
 * @param bins from the lowest to the highest value, without a gap; empty if there are no values
 */
public record Histogram(List<Bin> bins) {

  private static final double ROUNDING = 1e-9;
  private static final int MOST_PERCENT = 200;
  private static final double LARGEST_FRACTION = 1e6;

  /** Narrower bins would have denormal numbers as ends. */
  private static final double LEAST_WIDTH = 1e-290;

  private static final int FEWEST_BINS = 5;
  private static final int MOST_BINS = 40;

  /**
   * A bin.
   *
   * @param low lower end, included
   * @param high upper end, excluded
   * @param count number of values in the bin
   */
  public record Bin(double low, double high, int count) {}

  /** Copies. */
  public Histogram {
    bins = List.copyOf(bins);
  }

  /**
   * Returns a histogram with one bin for each percent, [0.52, 0.53) for example; with wider bins if
   * the values span more than {@value #MOST_PERCENT} %.
   *
   * @param fractions finite numbers within a {@link DisplayRange}
   */
  public static Histogram perPercent(double[] fractions) {
    if (fractions.length == 0) {
      return new Histogram(List.of());
    }
    double lowest = Arrays.stream(fractions).min().orElseThrow();
    double highest = Arrays.stream(fractions).max().orElseThrow();
    return highest - lowest > MOST_PERCENT / 100.0 || Math.abs(lowest) > LARGEST_FRACTION
        ? rounded(fractions)
        : of(fractions, 0.01);
  }

  /**
   * Returns a histogram with bins of a round width (1, 2 or 5 times a power of ten) close to that
   * of Freedman and Diaconis (1981): twice the interquartile range over the cube root of the count.
   *
   * @param values finite numbers within a {@link DisplayRange}
   */
  public static Histogram rounded(double[] values) {
    if (values.length == 0) {
      return new Histogram(List.of());
    }
    Sample sample = Sample.of(values);
    double range = sample.highest() - sample.lowest();
    double interquartile = sample.quantile(0.75) - sample.quantile(0.25);
    double advised = 2 * interquartile / Math.cbrt(values.length);
    double width = Math.min(Math.max(advised, range / MOST_BINS), range / FEWEST_BINS);
    double size = Math.max(Math.abs(sample.lowest()), Math.abs(sample.highest()));
    if (width <= Math.ulp(size) * MOST_BINS || width < LEAST_WIDTH) {
      width = Math.max(size, 1) / 100;
    }
    return of(values, NiceNumber.ceiling(width));
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

  /** Returns the index of a bin; 0.29 is in bin 29 although 0.29 / 0.01 rounds to less than 29. */
  private static long index(double value, double width) {
    return (long) Math.floor(value / width + ROUNDING);
  }
}
