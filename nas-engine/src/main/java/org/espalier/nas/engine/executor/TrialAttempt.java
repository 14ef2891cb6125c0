package org.espalier.nas.engine.executor;

import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.trial.Trial;

/**
 * One attempt to evaluate a trial, as its executor sees it. The executor calls {@link #begin}, then
 * passes the evaluator's reports on, and then calls {@link #ended}: all by one thread at a time,
 * and none of them throws exceptions that the executor must handle. {@link #abandoned} may be
 * called at any time.
 */
public interface TrialAttempt extends Progress {

  /** The trial. */
  Trial trial();

  /**
   * Begins the attempt.
   *
   * @param worker name of the worker that makes it
   * @return false if there is nothing to evaluate, in which case no other method is called
   */
  boolean begin(String worker);

  /** Ends the attempt. */
  void ended(AttemptEnd end);
}
