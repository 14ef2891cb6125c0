package org.espalier.nas.api.statistics;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Arrays;
import org.apiguardian.api.API;

/**
 * Signed ranks of paired differences, with their exact distribution under the null hypothesis that
 * each difference is as likely positive as negative (Wilcoxon 1945).
 *
 * <p>Differences of zero are dropped, and equal sizes share their mean rank.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class SignedRanks {
  /** Twice the ranks, so that the mean of two neighbours is an integer; in ascending order. */
  private final int[] doubledRanks;

  private final double positive;

  private SignedRanks(int[] doubledRanks, double positive) {
    this.doubledRanks = doubledRanks;
    this.positive = positive;
  }

  /** Ranks differences by their size. */
  public static SignedRanks of(double... differences) {
    double[] sorted =
        Arrays.stream(differences)
            .filter(difference -> difference != 0)
            .boxed()
            .sorted((left, right) -> Double.compare(Math.abs(left), Math.abs(right)))
            .mapToDouble(Double::doubleValue)
            .toArray();
    int[] ranks = doubledRanks(sorted);
    double positive = 0;
    for (int i = 0; i < sorted.length; i++) {
      positive += sorted[i] > 0 ? ranks[i] / 2.0 : 0;
    }
    return new SignedRanks(ranks, positive);
  }

  /** Returns the ranks of differences that are positive, none zero and none equal. */
  public static SignedRanks untied(int count) {
    double[] differences = new double[count];
    Arrays.setAll(differences, i -> i + 1.0);
    return of(differences);
  }

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

  /** Returns the number of differences that are not zero. */
  public int count() {
    return doubledRanks.length;
  }

  /** Returns the sum of the ranks of the positive differences. */
  public double positive() {
    return positive;
  }

  /** Returns the sum of the ranks of the negative differences. */
  public double negative() {
    return count() * (count() + 1.0) / 2 - positive;
  }

  /** Returns the sum of t³ − t over the groups of t differences of equal size. */
  public double ties() {
    double ties = 0;
    for (int from = 0; from < doubledRanks.length; ) {
      int to = from;
      while (to < doubledRanks.length && doubledRanks[to] == doubledRanks[from]) {
        to++;
      }
      double size = to - from;
      ties += size * size * size - size;
      from = to;
    }
    return ties;
  }

  /**
   * Returns the one-sided p-value: the probability of this sum of positive ranks or a larger one
   * under the null hypothesis. Time and memory grow with the third power of {@link #count}.
   */
  public double upperTail() {
    return upperTail(positive);
  }

  /**
   * Returns the probability of a sum of positive ranks under the null hypothesis.
   *
   * @param sum the least sum that counts, a multiple of ½
   * @return the probability of {@code sum} or more
   */
  public double upperTail(double sum) {
    double[] distribution = distribution();
    int from = Math.max(0, (int) Math.round(2 * sum));
    return from >= distribution.length
        ? 0
        : Math.min(1, Arrays.stream(distribution, from, distribution.length).sum());
  }

  /**
   * Returns the probability of each sum of positive ranks under the null hypothesis.
   *
   * @return at index i, the probability of the sum i / 2
   */
  public double[] distribution() {
    double[] probabilities = new double[Arrays.stream(doubledRanks).sum() + 1];
    probabilities[0] = 1;
    int reached = 0;
    for (int rank : doubledRanks) {
      reached += rank;
      for (int sum = reached; sum >= 0; sum--) {
        double counted = sum >= rank ? probabilities[sum - rank] : 0;
        probabilities[sum] = (probabilities[sum] + counted) / 2;
      }
    }
    return probabilities;
  }
}
