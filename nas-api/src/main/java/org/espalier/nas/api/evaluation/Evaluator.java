package org.espalier.nas.api.evaluation;

import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;

/**
 * Finds out how good an architecture is: by training it, from a table, or by a formula.
 *
 * <p>A study creates one evaluator for each worker; each is used by one thread at a time. State
 * that evaluators of one study share is an object of its own that they ask to be injected with.
 */
public interface Evaluator extends AutoCloseable {

  /**
   * Evaluates one trial. The same trial gives the same measurements and facts, whatever else runs.
   *
   * @param trial what to evaluate, with its seed
   * @param progress told of each measurement; it says whether to go on
   * @return how it ended. Exceptions and out-of-memory errors count as failed trials too.
   */
  Outcome evaluate(Trial trial, Progress progress) throws Exception;

  /** Frees native resources. */
  @Override
  default void close() {}
}
