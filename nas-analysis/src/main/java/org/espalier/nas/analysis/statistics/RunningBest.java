package org.espalier.nas.analysis.statistics;

/** The best value so far, after each value of a sequence. */
public final class RunningBest {

  private RunningBest() {}

  /**
   * The best of the first, the first two, the first three, … values.
   *
   * @param values finite numbers
   * @param higherIsBetter whether the best is the largest
   * @return as many numbers as {@code values}
   */
  public static double[] of(double[] values, boolean higherIsBetter) {
    double[] best = values.clone();
    for (int i = 1; i < best.length; i++) {
      best[i] =
          higherIsBetter ? Math.max(best[i - 1], values[i]) : Math.min(best[i - 1], values[i]);
    }
    return best;
  }
}
