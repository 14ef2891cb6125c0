package org.espalier.nas.analysis.comparison;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The precision of scores, by which ties are found: two scores whose difference is less than the
 * last significant place of the larger one are equal.
 *
 * @param bits significant binary places after the first, as {@link MeasurementSource#bits} states
 */
public record Resolution(int bits) {

  /** Returns the resolution of measurements of this origin. */
  public static Resolution of(MeasurementSource source) {
    return new Resolution(source.bits());
  }

  /** Returns the value of the last significant place of a score; 0 for 0. */
  public double precision(double score) {
    return score == 0 ? 0 : Math.scalb(1.0, Math.getExponent(score) - bits);
  }

  /**
   * Returns the scores with equal numbers for tied ones.
   *
   * @param scores finite scores, or NaN, which stays
   */
  public double[] merge(double... scores) {
    return merge(scores, Arrays.stream(scores).map(this::precision).toArray());
  }

  /**
   * Returns the differences of merged scores with equal sizes for tied ones. Each has the errors of
   * two scores, and so twice their precision.
   */
  double[] differences(double[] first, double[] second) {
    double[] sizes = new double[first.length];
    double[] precisions = new double[first.length];
    for (int i = 0; i < first.length; i++) {
      sizes[i] = Math.abs(first[i] - second[i]);
      precisions[i] = 2 * Math.max(precision(first[i]), precision(second[i]));
    }
    double[] merged = merge(sizes, precisions);
    for (int i = 0; i < merged.length; i++) {
      merged[i] *= Math.signum(first[i] - second[i]);
    }
    return merged;
  }

  /** Gives neighbours that are closer than the precision of either the value of the lowest. */
  private static double[] merge(double[] values, double[] precisions) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(i -> i)
            .toArray();
    double[] merged = values.clone();
    for (int k = 1; k < order.length; k++) {
      int below = order[k - 1];
      int here = order[k];
      double gap = values[here] - values[below];
      if (gap < Math.max(precisions[here], precisions[below])) {
        merged[here] = merged[below];
      }
    }
    return merged;
  }
}
