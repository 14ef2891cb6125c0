package org.espalier.nas.benchmark.quality;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.espalier.nas.api.statistics.SignedRanks;

/**
 * The final regrets of an algorithm compared with those of random search, for the same seeds.
 *
 * @param problem the family of problems
 * @param algorithm the controller with its settings
 * @param median the median of the algorithm's final regrets
 * @param randomMedian the median of those of random search
 * @param wins the number of seeds in which the algorithm ended better
 * @param probability the one-sided p-value of Wilcoxon's signed-rank test
 * @param effect the chance that a search of the algorithm ends better than one of random search,
 *     ties counted half (Vargha &amp; Delaney's A12)
 */
record QualityComparison(
    String problem,
    String algorithm,
    double median,
    double randomMedian,
    long wins,
    double probability,
    double effect) {

  /** Returns the comparison of these regrets. */
  static QualityComparison of(
      String problem, String algorithm, double[] regrets, double... random) {
    double[] gains =
        IntStream.range(0, regrets.length).mapToDouble(i -> gain(regrets[i], random[i])).toArray();
    return new QualityComparison(
        problem,
        algorithm,
        median(regrets),
        median(random),
        Arrays.stream(gains).filter(gain -> gain > 0).count(),
        SignedRanks.of(gains).upperTail(),
        effect(regrets, random));
  }

  /**
   * Returns the gain over random search; a search that ended without any result of full fidelity is
   * worse by more than any other.
   */
  private static double gain(double regret, double random) {
    return Double.isInfinite(regret) ? -Double.MAX_VALUE : random - regret;
  }

  private static double effect(double[] regrets, double... random) {
    return Arrays.stream(regrets)
        .flatMap(
            mine ->
                Arrays.stream(random)
                    .map(other -> (1 - Math.signum(Double.compare(mine, other))) / 2))
        .average()
        .orElseThrow();
  }

  private static double median(double... values) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
