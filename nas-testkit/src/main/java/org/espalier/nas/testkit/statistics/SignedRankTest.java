package org.espalier.nas.testkit.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Wilcoxon's signed-rank test for paired differences above zero (Wilcoxon 1945).
 *
 * <p>One-sided and exact: under the null hypothesis, that each difference is as likely to be
 * positive as negative, the rank sum has the distribution of random signs, which is computed
 * without approximation. Differences of zero are dropped, and tied sizes share their mean rank.
 *
 * @param pairs the number of differences that are not zero
 * @param positiveRanks the sum of the ranks of the positive differences
 * @param probability the probability under the null hypothesis that the sum is this large or larger
 */
public record SignedRankTest(int pairs, double positiveRanks, double probability) {

  /** Tests differences; zeros are ignored. */
  public static SignedRankTest of(double... differences) {
    double[] sorted =
        Arrays.stream(differences)
            .filter(difference -> difference != 0)
            .boxed()
            .sorted((left, right) -> Double.compare(Math.abs(left), Math.abs(right)))
            .mapToDouble(Double::doubleValue)
            .toArray();
    int[] doubledRanks = doubledRanks(sorted);
    int sum =
        IntStream.range(0, sorted.length)
            .filter(i -> sorted[i] > 0)
            .map(i -> doubledRanks[i])
            .sum();
    double[] chances = distribution(doubledRanks);
    double probability = Arrays.stream(chances, sum, chances.length).sum();
    return new SignedRankTest(sorted.length, sum / 2.0, Math.min(1, probability));
  }

  /** Returns twice the ranks, so that the mean of two neighbours is an integer. */
  private static int[] doubledRanks(double[] sorted) {
    int[] ranks = new int[sorted.length];
    for (int from = 0; from < sorted.length; ) {
      int to = from;
      while (to < sorted.length && Math.abs(sorted[to]) == Math.abs(sorted[from])) {
        to++;
      }
      Arrays.fill(ranks, from, to, from + to + 1);
      from = to;
    }
    return ranks;
  }

  /** Returns the probability of each sum if a fair coin decides for every rank if it is counted. */
  static double[] distribution(int... ranks) {
    double[] chances = new double[Arrays.stream(ranks).sum() + 1];
    chances[0] = 1;
    for (int rank : ranks) {
      for (int sum = chances.length - 1; sum >= 0; sum--) {
        double counted = sum >= rank ? chances[sum - rank] : 0;
        chances[sum] = (chances[sum] + counted) / 2;
      }
    }
    return chances;
  }
}
