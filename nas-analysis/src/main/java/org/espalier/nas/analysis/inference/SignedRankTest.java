package org.espalier.nas.analysis.inference;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.special.Erf;

/**
 * The two-sided signed-rank test of paired differences (Wilcoxon 1945).
 *
 * <p>Differences of zero are left out, as Wilcoxon did. Up to {@value #MOST_EXACT} others, p is
 * exact given their ranks, ties included; beyond, it is that of the normal distribution with
 * correction for ties and none for continuity. These are the numbers of {@code
 * scipy.stats.wilcoxon(d[d != 0])}, except that SciPy takes the normal distribution already for 14
 * to 50 differences with ties among them.
 *
 * @param positive the sum of the ranks of the positive differences
 * @param negative the sum of the ranks of the negative differences
 * @param count number of differences that are not zero
 * @param p the probability of rank sums that are at least so unequal if neither sign is preferred;
 *     1 if all differences are zero
 */
public record SignedRankTest(double positive, double negative, int count, double p) {

  static final int MOST_EXACT = 50;

  /** Tests differences. */
  public static SignedRankTest of(double... differences) {
    double[] kept = Arrays.stream(differences).filter(difference -> difference != 0).toArray();
    MidRanks ranks = MidRanks.of(Arrays.stream(kept).map(Math::abs).toArray());
    double positive = 0;
    double negative = 0;
    for (int i = 0; i < kept.length; i++) {
      if (kept[i] > 0) {
        positive += ranks.rank(i);
      } else {
        negative += ranks.rank(i);
      }
    }
    double smaller = Math.min(positive, negative);
    double p = kept.length <= MOST_EXACT ? exact(ranks, smaller) : normal(ranks, smaller);
    return new SignedRankTest(positive, negative, kept.length, p);
  }

  /**
   * The smallest p that so many differences can have, none of them zero.
   *
   * @param count not negative
   */
  public static double smallestP(int count) {
    return Math.min(1, Math.scalb(1.0, 1 - count));
  }

  /**
   * The largest smaller rank sum that is rejected at a level, of so many differences without ties;
   * −1 if there is none.
   *
   * @param count at most {@value #MOST_EXACT}
   */
  static int critical(int count, double level) {
    double[] choices = choices(MidRanks.of(IntStream.range(0, count).asDoubleStream().toArray()));
    double tail = 0;
    int sum = 0;
    while (2 * sum < choices.length) {
      tail += choices[2 * sum];
      if (Math.scalb(2 * tail, -count) > level) {
        return sum - 1;
      }
      sum++;
    }
    return sum - 1;
  }

  private static double exact(MidRanks ranks, double smaller) {
    double[] choices = choices(ranks);
    double tail = 0;
    for (int sum = 0; sum <= Math.round(2 * smaller); sum++) {
      tail += choices[sum];
    }
    return Math.min(1, Math.scalb(2 * tail, -ranks.size()));
  }

  /**
   * Returns the number of the 2ⁿ choices of signs for each rank sum, doubled to make it an integer.
   */
  private static double[] choices(MidRanks ranks) {
    int n = ranks.size();
    double[] choices = new double[n * (n + 1) + 1];
    choices[0] = 1;
    int reached = 0;
    for (int i = 0; i < n; i++) {
      int doubled = (int) Math.round(2 * ranks.rank(i));
      reached += doubled;
      for (int sum = reached; sum >= doubled; sum--) {
        choices[sum] += choices[sum - doubled];
      }
    }
    return choices;
  }

  private static double normal(MidRanks ranks, double smaller) {
    double n = ranks.size();
    double mean = n * (n + 1) / 4;
    double variance = (n * (n + 1) * (2 * n + 1) - ranks.ties() / 2) / 24;
    return Erf.erfc((mean - smaller) / Math.sqrt(2 * variance));
  }
}
