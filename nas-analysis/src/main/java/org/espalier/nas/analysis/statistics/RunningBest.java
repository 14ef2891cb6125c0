package org.espalier.nas.analysis.statistics;

/** The best value so far at each position of a sequence. */
public final class RunningBest {

  private RunningBest() {}

  /**
   * Returns the best of the first, the first two, the first three, … values.
   *
   * @param values finite numbers
   * @param maximize true if the largest value is the best
   * @return as many numbers as {@code values}
   */
  public static double[] of(double[] values, boolean maximize) {
    double[] best = values.clone();
    for (int i = 1; i < best.length; i++) {
      best[i] = maximize ? Math.max(best[i - 1], values[i]) : Math.min(best[i - 1], values[i]);
    }
    return best;
  }
}
