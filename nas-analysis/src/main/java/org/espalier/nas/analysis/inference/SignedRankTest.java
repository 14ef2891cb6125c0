package org.espalier.nas.analysis.inference;

import org.espalier.nas.api.statistics.SignedRanks;
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
    SignedRanks ranks = SignedRanks.of(differences);
    double larger = Math.max(ranks.positive(), ranks.negative());
    double p =
        ranks.count() <= MOST_EXACT
            ? Math.min(1, 2 * ranks.upperTail(larger))
            : normal(ranks, Math.min(ranks.positive(), ranks.negative()));
    return new SignedRankTest(ranks.positive(), ranks.negative(), ranks.count(), p);
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
    double[] distribution = SignedRanks.untied(count).distribution();
    double tail = 0;
    int sum = 0;
    while (2 * sum < distribution.length) {
      tail += distribution[2 * sum];
      if (2 * tail > level) {
        return sum - 1;
      }
      sum++;
    }
    return sum - 1;
  }

  private static double normal(SignedRanks ranks, double smaller) {
    double n = ranks.count();
    double mean = n * (n + 1) / 4;
    double variance = (n * (n + 1) * (2 * n + 1) - ranks.ties() / 2) / 24;
    return Erf.erfc((mean - smaller) / Math.sqrt(2 * variance));
  }
}
