package org.espalier.nas.analysis.statistics;

import java.util.List;
import java.util.OptionalDouble;
import org.hipparchus.stat.correlation.KendallsCorrelation;

/**
 * The agreement of predictions with measured values.
 *
 * @param pairs number of predictions
 * @param kendall Kendall's τ-b, in [−1, 1]; empty if all predictions or all values are equal
 * @param meanAbsoluteError mean absolute error; empty without pairs
 */
public record Agreement(int pairs, OptionalDouble kendall, OptionalDouble meanAbsoluteError) {

  /**
   * A prediction with its measured value.
   *
   * @param trial number of the trial
   * @param predicted prediction
   * @param real measured value
   */
  public record Pair(int trial, double predicted, double real) {}

  /** Returns the agreement of pairs. */
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
