package org.espalier.nas.api.trial;

/** Why a trial failed. */
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
