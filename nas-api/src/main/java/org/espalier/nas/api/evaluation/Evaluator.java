package org.espalier.nas.api.evaluation;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;

/**
 * Finds out how good an architecture is: by training it, from a table, or by a formula.
 *
 * <p>A study creates one evaluator for each worker; each is used by one thread at a time. State
 * that evaluators of one study share is an object of its own that they ask to be injected with.
 */
@API(status = MAINTAINED, since = "0.1")
public interface Evaluator extends AutoCloseable {

  /**
   * Evaluates one trial. The same trial gives the same measurements and facts, whatever else runs.
   *
   * <p>A trial that {@linkplain org.espalier.nas.api.trial.Proposal#continuedTrial continues}
   * another one has its seed. The evaluator either goes on where that one ended and reports the new
   * steps only, or evaluates from scratch and reports all. Either way the outcome has the
   * measurements of all steps from the first, and, where nothing else changed, those that one trial
   * in one go would have; the fact {@code epochs} is how many it trained itself. It may not refuse.
   *
   * @param trial what to evaluate, with its seed
   * @param progress told of each measurement; it says whether to go on
   * @return how it ended
   * @throws Exception if the trial fails in a way that has no {@link Outcome.Failed} of its own;
   *     like an out-of-memory error it makes this trial a failed one and the search goes on
   */
  Outcome evaluate(Trial trial, Progress progress) throws Exception;

  /** Frees native resources, when no trial runs; a second call does nothing. */
  @Override
  default void close() {}
}
