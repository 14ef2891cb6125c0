package org.espalier.nas.analysis.inference;

import org.hipparchus.stat.correlation.KendallsCorrelation;
import org.hipparchus.stat.correlation.PearsonsCorrelation;

/** Rank correlations of paired values, in [−1, 1]; NaN where they are undefined. */
public final class RankCorrelation {

  private RankCorrelation() {}

  /**
   * Returns Kendall's τ-b, which corrects for ties (Kendall 1945).
   *
   * @return NaN for fewer than two pairs, or if all values of one side are equal
   */
  public static double kendall(double[] first, double[] second) {
    if (first.length < 2) {
      return Double.NaN;
    }
    double tau = new KendallsCorrelation().correlation(first, second);
    return Double.isFinite(tau) ? tau : Double.NaN;
  }

  /**
   * Returns Spearman's partial correlation: that of the ranks of two variables that is left when
   * the ranks of a third are held fixed, (r₁₂ − r₁₃·r₂₃) / √((1 − r₁₃²)(1 − r₂₃²)).
   *
   * @return NaN for fewer than three values, or if the third explains one of the two entirely
   */
  public static double partial(double[] first, double[] second, double[] fixed) {
    if (first.length < 3) {
      return Double.NaN;
    }
    double[] ranks1 = ranks(first);
    double[] ranks2 = ranks(second);
    double[] ranks3 = ranks(fixed);
    PearsonsCorrelation pearson = new PearsonsCorrelation();
    double r12 = pearson.correlation(ranks1, ranks2);
    double r13 = pearson.correlation(ranks1, ranks3);
    double r23 = pearson.correlation(ranks2, ranks3);
    double partial = (r12 - r13 * r23) / Math.sqrt((1 - r13 * r13) * (1 - r23 * r23));
    return Double.isFinite(partial) ? partial : Double.NaN;
  }

  private static double[] ranks(double[] values) {
    MidRanks ranks = MidRanks.of(values);
    double[] result = new double[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = ranks.rank(i);
    }
    return result;
  }
}
