package org.espalier.nas.analysis.inference;

/**
 * Probability that values of one sample are larger than those of another (Vargha and Delaney 2000).
 *
 * @param a12 the share of pairs, one value of each sample, in which the first is larger, equal ones
 *     counting half
 */
public record VarghaDelaney(double a12) {

  /** Compares all pairs; by ranks, A = (R₁ / n₁ − (n₁ + 1) / 2) / n₂ (their equation 14). */
  public static VarghaDelaney of(double[] first, double[] second) {
    double[] all = new double[first.length + second.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    MidRanks ranks = MidRanks.of(all);
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += ranks.rank(i);
    }
    double larger = sum - first.length * (first.length + 1) / 2.0;
    return new VarghaDelaney(larger / ((double) first.length * second.length));
  }

  /** Cliff's delta (1993): the share in which the first is larger minus that of the second. */
  public double cliffsDelta() {
    return 2 * a12 - 1;
  }
}
