package org.espalier.nas.api.trial;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;

/** Why a trial failed. */
@API(status = MAINTAINED, since = "0.1")
public enum FailureCause {
  /** The loss or a metric became NaN or infinite. */
  DIVERGED,
  /** The candidate needs more memory than there is. */
  OUT_OF_MEMORY,
  /** The evaluator threw an exception. */
  EXCEPTION,
  /** The process died while the trial ran, as often as is allowed. */
  PROCESS_DIED
}
