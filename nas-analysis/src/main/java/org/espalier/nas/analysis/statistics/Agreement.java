package org.espalier.nas.analysis.statistics;

import java.util.List;
import java.util.OptionalDouble;
import org.hipparchus.stat.correlation.KendallsCorrelation;

/**
 * How well predictions agree with what was measured.
 *
 * @param pairs how many predictions were compared
 * @param kendall Kendall's τ-b, in [−1, 1], of the two orders; empty if either has no order because
 *     all its values are equal
 * @param meanAbsoluteError the mean distance of prediction and value; empty without pairs
 */
public record Agreement(int pairs, OptionalDouble kendall, OptionalDouble meanAbsoluteError) {

  /**
   * A prediction and what came of it.
   *
   * @param trial the number of the trial
   * @param predicted the prediction
   * @param real the value
   */
  public record Pair(int trial, double predicted, double real) {}

  /** Compares all pairs. */
  public static Agreement of(List<Pair> pairs) {
    if (pairs.isEmpty()) {
      return new Agreement(0, OptionalDouble.empty(), OptionalDouble.empty());
    }
    double[] predicted = pairs.stream().mapToDouble(Pair::predicted).toArray();
    double[] real = pairs.stream().mapToDouble(Pair::real).toArray();
    OptionalDouble error =
        pairs.stream().mapToDouble(pair -> Math.abs(pair.predicted() - pair.real())).average();
    return new Agreement(pairs.size(), kendall(predicted, real), error);
  }

  private static OptionalDouble kendall(double[] predicted, double[] real) {
    if (predicted.length < 2) {
      return OptionalDouble.empty();
    }
    double tau = new KendallsCorrelation().correlation(predicted, real);
    return Double.isFinite(tau) ? OptionalDouble.of(tau) : OptionalDouble.empty();
  }
}
