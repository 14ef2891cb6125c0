package org.espalier.nas.controller.cmaes;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The default parameters of CMA-ES (Hansen 2016, <i>The CMA evolution strategy: a tutorial</i>,
 * table 1 and eq. 49 to 58), negative weights included.
 *
 * @param dimension n
 * @param weights w, one for each of λ points from the best; those of the better half add up to 1
 * @param parents μ, the number of points with a positive weight
 * @param effectiveParents μ<sub>eff</sub>
 * @param stepCumulation c<sub>σ</sub>
 * @param stepDamping d<sub>σ</sub>
 * @param cumulation c<sub>c</sub>
 * @param rankOne c<sub>1</sub>
 * @param rankMany c<sub>μ</sub>
 */
record StrategyParameters(
    int dimension,
    List<Double> weights,
    int parents,
    double effectiveParents,
    double stepCumulation,
    double stepDamping,
    double cumulation,
    double rankOne,
    double rankMany) {

  StrategyParameters {
    weights = List.copyOf(weights);
  }

  /** Returns λ = 4 + ⌊3 ln n⌋ (eq. 48). */
  static int population(int dimension) {
    return 4 + (int) Math.floor(3 * StrictMath.log(dimension));
  }

  static StrategyParameters of(int dimension, int population) {
    double[] raw =
        IntStream.rangeClosed(1, population)
            .mapToDouble(rank -> StrictMath.log((population + 1) / 2.0) - StrictMath.log(rank))
            .toArray();
    int parents = population / 2;
    double n = dimension;
    double effective = effective(Arrays.copyOf(raw, parents));
    double stepCumulation = (effective + 2) / (n + effective + 5);
    double rankOne = 2 / ((n + 1.3) * (n + 1.3) + effective);
    double rankMany =
        Math.min(
            1 - rankOne,
            2 * (0.25 + effective + 1 / effective - 2) / ((n + 2) * (n + 2) + effective));
    return new StrategyParameters(
        dimension,
        weights(raw, negativeSum(raw, n, rankOne, rankMany)),
        parents,
        effective,
        stepCumulation,
        1 + 2 * Math.max(0, Math.sqrt((effective - 1) / (n + 1)) - 1) + stepCumulation,
        (4 + effective / n) / (n + 4 + 2 * effective / n),
        rankOne,
        rankMany);
  }

  private static double effective(double... weights) {
    double sum = Arrays.stream(weights).sum();
    return sum * sum / Arrays.stream(weights).map(weight -> weight * weight).sum();
  }

  /** Returns the absolute sum of the negative weights: the smallest of eq. 50 to 52. */
  private static double negativeSum(double[] raw, double n, double rankOne, double rankMany) {
    int parents = raw.length / 2;
    double effective = effective(Arrays.copyOf(raw, parents));
    double negative = effective(Arrays.copyOfRange(raw, parents, raw.length));
    return Math.min(
        1 + rankOne / rankMany,
        Math.min(1 + 2 * negative / (effective + 2), (1 - rankOne - rankMany) / (n * rankMany)));
  }

  private static List<Double> weights(double[] raw, double negativeSum) {
    double positive = Arrays.stream(raw).filter(weight -> weight > 0).sum();
    double negative = -Arrays.stream(raw).filter(weight -> weight < 0).sum();
    return Arrays.stream(raw)
        .map(weight -> weight >= 0 ? weight / positive : weight * negativeSum / negative)
        .boxed()
        .toList();
  }

  int population() {
    return weights.size();
  }

  /** Returns the expected length of a standard normal vector, as the tutorial approximates it. */
  double expectedLength() {
    double n = dimension;
    return Math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n));
  }
}
