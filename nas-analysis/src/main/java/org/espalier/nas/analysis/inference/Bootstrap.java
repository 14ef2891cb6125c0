package org.espalier.nas.analysis.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Confidence intervals by the percentiles of a statistic over resamples (Efron 1979).
 *
 * <p>Samples of equal size use the same draws, so that an interval does not depend on what else was
 * computed.
 *
 * @param seed from which all draws derive
 * @param resamples number of resamples, positive
 * @param confidence of the intervals, in (0, 1)
 */
public record Bootstrap(long seed, int resamples, double confidence) {

  /** Checks. */
  public Bootstrap {
    if (resamples < 1) {
      throw new IllegalArgumentException("resamples (" + resamples + ") must be positive.");
    }
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("confidence (" + confidence + ") must lie in (0, 1).");
    }
  }

  /** The interval of a statistic. */
  public ConfidenceInterval interval(Sample sample, ToDoubleFunction<Resample> statistic) {
    return intervals(sample, List.of(statistic)).get(0);
  }

  /** The intervals of several statistics of one sample, in their order, from the same draws. */
  public List<ConfidenceInterval> intervals(
      Sample sample, List<ToDoubleFunction<Resample>> statistics) {
    double[][] values = new double[statistics.size()][resamples];
    Resample resample = new Resample(sample);
    SplittableRandom random = new SplittableRandom(seed);
    for (int draw = 0; draw < resamples; draw++) {
      resample.draw(random);
      for (int i = 0; i < values.length; i++) {
        values[i][draw] = statistics.get(i).applyAsDouble(resample);
      }
    }
    return percentiles(values);
  }

  /**
   * The intervals of several statistics of paired values, in their order, from the same draws.
   *
   * @param rows number of rows, from which a draw takes as many with replacement
   * @param statistics each is given the indices of the rows drawn; NaN where it is undefined
   */
  public List<ConfidenceInterval> ofRows(int rows, List<ToDoubleFunction<int[]>> statistics) {
    double[][] values = new double[statistics.size()][resamples];
    int[] drawn = new int[rows];
    SplittableRandom random = new SplittableRandom(seed);
    for (int draw = 0; draw < resamples; draw++) {
      for (int i = 0; i < rows; i++) {
        drawn[i] = random.nextInt(rows);
      }
      for (int i = 0; i < values.length; i++) {
        values[i][draw] = statistics.get(i).applyAsDouble(drawn);
      }
    }
    return percentiles(values);
  }

  /**
   * The intervals of the means of columns, where a draw takes whole rows.
   *
   * @param rows all of one length; a row may begin with NaN for missing values
   * @return one interval a column; NaN where no row has a value
   */
  public List<ConfidenceInterval> ofColumnMeans(double[][] rows) {
    int columns = rows[0].length;
    int[] starts = Arrays.stream(rows).mapToInt(Bootstrap::start).toArray();
    double[][] values = new double[columns][resamples];
    int[] counts = new int[rows.length];
    SplittableRandom random = new SplittableRandom(seed);
    for (int draw = 0; draw < resamples; draw++) {
      Resample.draw(random, counts);
      double[] means = columnMeans(rows, starts, counts);
      for (int column = 0; column < columns; column++) {
        values[column][draw] = means[column];
      }
    }
    return percentiles(values);
  }

  private static int start(double[] row) {
    int start = 0;
    while (start < row.length && Double.isNaN(row[start])) {
      start++;
    }
    return start;
  }

  private static double[] columnMeans(double[][] rows, int[] starts, int[] counts) {
    double[] means = new double[rows[0].length];
    int[] joining = new int[means.length + 1];
    for (int i = 0; i < rows.length; i++) {
      int count = counts[i];
      if (count > 0) {
        joining[starts[i]] += count;
        double[] row = rows[i];
        for (int column = starts[i]; column < row.length; column++) {
          means[column] += count * row[column];
        }
      }
    }
    int weight = 0;
    for (int column = 0; column < means.length; column++) {
      weight += joining[column];
      means[column] /= weight;
    }
    return means;
  }

  private List<ConfidenceInterval> percentiles(double[][] values) {
    List<ConfidenceInterval> intervals = new ArrayList<>(values.length);
    for (double[] drawn : values) {
      Arrays.sort(drawn);
      int size = drawn.length;
      while (size > 0 && Double.isNaN(drawn[size - 1])) {
        size--;
      }
      intervals.add(percentiles(size == drawn.length ? drawn : Arrays.copyOf(drawn, size)));
    }
    return intervals;
  }

  private ConfidenceInterval percentiles(double[] ascending) {
    if (ascending.length == 0) {
      return new ConfidenceInterval(Double.NaN, Double.NaN);
    }
    double tail = (1 - confidence) / 2;
    return new ConfidenceInterval(
        Sample.quantile(ascending, tail), Sample.quantile(ascending, 1 - tail));
  }
}
