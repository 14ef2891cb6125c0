package org.espalier.nas.api.trial;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;

/** The reason for a trial's failure. */
@API(status = MAINTAINED, since = "0.1")
public enum FailureCause {
  /** The loss or a metric became NaN or infinite. */
  DIVERGED,
  /** The candidate needs more memory than available. */
  OUT_OF_MEMORY,
  /** The evaluator threw an exception. */
  EXCEPTION,
  /** The process died during the trial, in the maximum number of attempts. */
  PROCESS_DIED,
  /** The trial took longer than the time limit of a trial. */
  TIMEOUT,
  /** The trial violates a constraint of the experiment. */
  INFEASIBLE
}
