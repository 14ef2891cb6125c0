package org.espalier.nas.benchmark.quality;

import java.util.Locale;

/**
 * The progress of a search at one point.
 *
 * @param problem the family of problems
 * @param algorithm the controller with its settings
 * @param seed the seed of both the problem and the search
 * @param trial the number of trials of full fidelity, or their equivalent in epochs
 * @param regret the lowest so far
 */
record Score(String problem, String algorithm, long seed, int trial, double regret) {
  static final String HEADER = "problem,algorithm,seed,trial,best_regret";

  /** Returns the line of a CSV file. */
  String line() {
    return String.format(
        Locale.ROOT, "%s,%s,%d,%d,%s", problem, algorithm, seed, trial, Double.toString(regret));
  }
}
