package org.espalier.nas.engine.study;

import org.espalier.nas.api.NasException;
import org.espalier.nas.api.trial.TrialResult;

/** What a worker tells the study's thread. */
sealed interface WorkerEvent {

  /** A trial was finished and stored. */
  record Finished(TrialResult result) implements WorkerEvent {}

  /** A trial was abandoned; nothing of it was kept. */
  record Abandoned(int trial) implements WorkerEvent {}

  /** Something that is no trial's fault went wrong. */
  record Broken(Throwable cause) implements WorkerEvent {

    /** The cause itself, if it can be thrown as it is. */
    RuntimeException asUnchecked() {
      if (cause instanceof Error error) {
        throw error;
      }
      return cause instanceof RuntimeException unchecked
          ? unchecked
          : new NasException("A worker ended: " + cause, cause);
    }
  }

  /** Look again at the clock and whether the study was interrupted. */
  record Woken() implements WorkerEvent {}
}
