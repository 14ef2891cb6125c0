package org.espalier.nas.api.evaluation;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;

/**
 * A measure of the quality of architectures: by training, from a table, or by a formula.
 *
 * <p>A study creates one evaluator for each worker; each is used by one thread at a time. State
 * that the evaluators of a study share belongs in an object of its own, which is injected into
 * each.
 */
@API(status = MAINTAINED, since = "0.1")
public interface Evaluator extends AutoCloseable {

  /**
   * Evaluates one trial. The same trial gives the same measurements and facts, regardless of other
   * trials that run.
   *
   * <p>A trial that {@linkplain org.espalier.nas.api.trial.Proposal#continuedTrial continues}
   * another one has its seed. The evaluator either resumes where that one ended and reports only
   * the new steps, or evaluates from scratch and reports all. In both cases the outcome has the
   * measurements of all steps from the first, and, if nothing else changed, they equal those of a
   * single uninterrupted trial; the fact {@code epochs} is the number of epochs that this trial
   * trained itself. An evaluator must not refuse to continue a trial.
   *
   * @param trial the trial to evaluate, with its seed
   * @param progress receives each measurement and returns a directive
   * @return the outcome of the trial
   * @throws Exception if the trial fails in a way that has no {@link Outcome.Failed} of its own; as
   *     after an out-of-memory error, the trial is recorded as failed and the search continues
   */
  Outcome evaluate(Trial trial, Progress progress) throws Exception;

  /** Frees native resources. Called while no trial runs; a second call does nothing. */
  @Override
  default void close() {}
}
