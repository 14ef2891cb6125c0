package org.espalier.nas.engine.remote;

import java.util.List;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;

/**
 * Order to evaluate a trial, with all that a worker has to know of its study.
 *
 * @param trial the trial
 * @param continued the measurements of the trial that it continues; empty if it continues none
 * @param retained true if the trial's state may be needed later, see {@link StudyListener#retained}
 * @param told the results that the worker is told before, in order, see {@link StudyListener#told};
 *     empty unless trials depend on the results of earlier ones
 * @param oldestNeeded the smallest number of known results of a trial that may still run
 */
public record TrialOrder(
    Trial trial,
    List<Measurement> continued,
    boolean retained,
    List<TrialResult> told,
    int oldestNeeded) {

  /** Copies. */
  public TrialOrder {
    continued = List.copyOf(continued);
    told = List.copyOf(told);
  }
}
