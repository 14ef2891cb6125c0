package org.espalier.nas.engine.remote;

import org.espalier.nas.api.trial.Measurement;

/** Request of a worker to the study. */
sealed interface Request {

  /**
   * Request for what a worker needs before its first trial; the answer is a {@link RemoteStudy}.
   */
  record Study() implements Request {}

  /**
   * Beginning of an attempt; the answer is the order, or nothing if the attempt is not wanted any
   * more.
   *
   * @param attempt the attempt
   * @param known the number of results that the worker was told
   * @param worker name of the worker
   */
  record Begin(long attempt, int known, String worker) implements Request {}

  /** Measurement of an attempt; the answer is the directive. */
  record Report(long attempt, Measurement measurement) implements Request {}

  /** Question about an attempt; the answer is true if it is abandoned. */
  record Abandoned(long attempt) implements Request {}
}
