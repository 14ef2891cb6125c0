package org.espalier.nas.engine.study;

import java.util.List;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.trial.TrialResult;

/** Event of a worker, for the study's thread. */
sealed interface WorkerEvent {

  /** Trials were finished and stored. */
  record Finished(List<TrialResult> results) implements WorkerEvent {}

  /** A trial was abandoned; it has no result. */
  record Abandoned(int trial) implements WorkerEvent {}

  /** An error that is not a trial's fault. */
  record Broken(Throwable cause) implements WorkerEvent {

    /** Returns the cause itself if it is unchecked, otherwise an exception that wraps it. */
    RuntimeException asUnchecked() {
      if (cause instanceof Error error) {
        throw error;
      }
      return cause instanceof RuntimeException unchecked
          ? unchecked
          : new NasException("A worker ended: " + cause, cause);
    }
  }

  /** Request to look at the clock and for an interruption. */
  record Woken() implements WorkerEvent {}
}
