package org.espalier.nas.engine.study;

import java.util.List;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.trial.TrialResult;

/** Event of a trial or its executor, for the study's thread. */
sealed interface TrialEvent {

  /** Trials were finished and stored. */
  record Finished(List<TrialResult> results) implements TrialEvent {}

  /** A trial was abandoned; it has no result. */
  record Abandoned(int trial) implements TrialEvent {}

  /** An attempt at a trial was lost; the trial has no result. */
  record Lost(TrialTask task, String reason) implements TrialEvent {}

  /** An error that is not a trial's fault. */
  record Broken(Throwable cause) implements TrialEvent {

    /** Returns the cause itself if it is unchecked, otherwise an exception that wraps it. */
    RuntimeException asUnchecked() {
      if (cause instanceof Error error) {
        throw error;
      }
      return cause instanceof RuntimeException unchecked
          ? unchecked
          : new NasException("The evaluation of trials ended: " + cause, cause);
    }
  }

  /** Request to look at the clock and for an interruption. */
  record Woken() implements TrialEvent {}
}
