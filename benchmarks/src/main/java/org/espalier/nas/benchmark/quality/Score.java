package org.espalier.nas.benchmark.quality;

import java.util.Locale;

/**
 * How far a search had come.
 *
 * @param problem the family of problems
 * @param algorithm the controller with its settings
 * @param seed of both the problem and the search
 * @param trial after how many trials of full fidelity, or as many epochs
 * @param regret the lowest so far
 */
record Score(String problem, String algorithm, long seed, int trial, double regret) {
  static final String HEADER = "problem,algorithm,seed,trial,best_regret";

  /** The line of a CSV file. */
  String line() {
    return String.format(
        Locale.ROOT, "%s,%s,%d,%d,%s", problem, algorithm, seed, trial, Double.toString(regret));
  }
}
