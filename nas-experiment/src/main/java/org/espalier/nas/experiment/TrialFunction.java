package org.espalier.nas.experiment;

import java.util.Map;

/**
 * A function that evaluates one trial of a search.
 *
 * <p>With several workers it is called from several threads at once. The same trial must give the
 * same metrics; random draws must derive from {@link RunningTrial#seed}.
 */
@FunctionalInterface
public interface TrialFunction {

  /**
   * Evaluates a trial.
   *
   * @param trial the trial, which also takes intermediate measurements
   * @return the final metrics by name, at least one; empty if measurements were reported instead
   * @throws Exception if the trial fails, which is recorded as its outcome; the search goes on
   */
  Map<String, Double> evaluate(RunningTrial trial) throws Exception;
}
