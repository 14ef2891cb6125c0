package org.espalier.nas.analysis.inference;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.special.Gamma;

/**
 * Test for differences between treatments within blocks (Friedman 1937), corrected for ties; the
 * numbers of {@code scipy.stats.friedmanchisquare}.
 *
 * @param blocks number of blocks
 * @param statistic chi-squared; 0 if all values of each block are equal
 * @param p its probability
 * @param meanRanks of each treatment, 1 for the largest value
 */
public record Friedman(int blocks, double statistic, double p, List<Double> meanRanks) {

  private static final double PRECISION = 1e-15;
  private static final int MOST_ITERATIONS = 100_000;

  /** Copies. */
  public Friedman {
    meanRanks = List.copyOf(meanRanks);
  }

  /**
   * Ranks the treatments of each block.
   *
   * @param values for each block those of all treatments; at least one block, two treatments
   */
  public static Friedman of(double[][] values) {
    int treatments = values[0].length;
    double[] sums = new double[treatments];
    double ties = 0;
    for (double[] block : values) {
      MidRanks ranks = MidRanks.of(Arrays.stream(block).map(value -> -value).toArray());
      for (int i = 0; i < treatments; i++) {
        sums[i] += ranks.rank(i);
      }
      ties += ranks.ties();
    }
    double statistic = statistic(sums, values.length, ties);
    List<Double> means = Arrays.stream(sums).map(sum -> sum / values.length).boxed().toList();
    return new Friedman(values.length, statistic, probability(statistic, treatments - 1), means);
  }

  private static double statistic(double[] sums, double blocks, double ties) {
    double treatments = sums.length;
    double untied = blocks * treatments * (treatments * treatments - 1);
    if (ties == untied) {
      return 0;
    }
    double expected = blocks * (treatments + 1) / 2;
    double squares = Arrays.stream(sums).map(sum -> (sum - expected) * (sum - expected)).sum();
    return 12 * squares / (blocks * treatments * (treatments + 1)) / (1 - ties / untied);
  }

  private static double probability(double statistic, double freedom) {
    return Gamma.regularizedGammaQ(freedom / 2, statistic / 2, PRECISION, MOST_ITERATIONS);
  }
}
