package org.espalier.nas.analysis.importance;

import java.util.Arrays;
import org.hipparchus.special.Erf;

/**
 * Parzen estimators over the cells of a grid: a kernel for each answer and one prior kernel, whose
 * weight is that of one answer.
 *
 * <p>The bandwidth is that of Scott (1992), Multivariate Density Estimation, for the standard
 * deviation or the interquartile range, whichever gives the smaller one. Constants are those of
 * Optuna 5.0.
 */
final class ParzenEstimator {
  private static final double SCOTT = 1.059;
  private static final double NORMAL_INTERQUARTILE_RANGE = 1.34;
  private static final double LEAST_BANDWIDTH = 0.5 / 1.64;

  private ParzenEstimator() {}

  /** Returns the probability of each of several options. */
  static double[] options(int[] counts) {
    double total = Arrays.stream(counts).sum() + 1.0;
    // The prior is divided among the kernels, one for each option that occurs and the prior's.
    double prior = 1.0 / (Arrays.stream(counts).filter(count -> count > 0).count() + 1);
    double sum = 1 + counts.length * prior;
    double everywhere = ((total - 1) * prior / sum + 1.0 / counts.length) / total;
    return Arrays.stream(counts).mapToDouble(count -> everywhere + count / sum / total).toArray();
  }

  /** Returns the probability of each of several cells in a row. */
  static double[] ordered(int[] counts) {
    int size = counts.length;
    double total = Arrays.stream(counts).sum() + 1.0;
    double[] density = new double[size];
    double bandwidth = bandwidth(counts);
    double[] masses = new double[size];
    for (int distance = 0; distance < size; distance++) {
      masses[distance] = mass(distance - 0.5, distance + 0.5, bandwidth);
    }
    for (int center = 0; center < size; center++) {
      if (counts[center] > 0) {
        double weight =
            counts[center] / total / mass(-0.5 - center, size - 0.5 - center, bandwidth);
        for (int cell = 0; cell < size; cell++) {
          density[cell] += weight * masses[Math.abs(cell - center)];
        }
      }
    }
    double middle = (size - 1) / 2.0;
    double weight = 1 / total / mass(-0.5 - middle, size - 0.5 - middle, size);
    for (int cell = 0; cell < size; cell++) {
      density[cell] += weight * mass(cell - 0.5 - middle, cell + 0.5 - middle, size);
    }
    return density;
  }

  private static double mass(double from, double to, double deviation) {
    double unit = Math.sqrt(2) * deviation;
    return Erf.erf(from / unit, to / unit) / 2;
  }

  private static double bandwidth(int[] counts) {
    int total = Arrays.stream(counts).sum();
    double mean = 0;
    for (int cell = 0; cell < counts.length; cell++) {
      mean += (double) cell * counts[cell] / total;
    }
    double squares = 0;
    for (int cell = 0; cell < counts.length; cell++) {
      squares += counts[cell] * (cell - mean) * (cell - mean);
    }
    double deviation = Math.sqrt(squares / Math.max(1, total - 1));
    double scott =
        SCOTT
            * Math.min(interquartileRange(counts, total) / NORMAL_INTERQUARTILE_RANGE, deviation)
            * StrictMath.pow(total, -0.2);
    return Math.max(scott, LEAST_BANDWIDTH);
  }

  private static double interquartileRange(int[] counts, int total) {
    int first = -1;
    int third = -1;
    int last = 0;
    int cumulative = 0;
    for (int cell = 0; cell < counts.length; cell++) {
      if (counts[cell] > 0) {
        cumulative += counts[cell];
        last = cell;
        first = first < 0 && cumulative >= total / 4 ? cell : first;
        third = third < 0 && cumulative > total * 3L / 4 ? cell : third;
      }
    }
    return (third < 0 ? last : third) - first;
  }
}
