package org.espalier.nas.engine.study;

import java.util.List;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;

/**
 * A trial that waits for its executor.
 *
 * @param known the results that its stopping rule may use
 * @param attempt the number of this attempt at it, counted from 1
 */
record TrialTask(Trial trial, List<TrialResult> known, int attempt) {

  /** Returns the task of another attempt. */
  TrialTask again() {
    return new TrialTask(trial, known, attempt + 1);
  }
}
