package org.espalier.nas.api.evaluation;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;

/**
 * A rule that ends unpromising trials, judged by their measurements so far.
 *
 * <p>Called by several threads at once. The same arguments always give the same answer.
 */
@API(status = MAINTAINED, since = "0.1")
@FunctionalInterface
public interface StoppingRule {

  /**
   * Returns the reason to stop a trial, if any; called after each measurement.
   *
   * @param trial the running trial
   * @param measured its measurements so far, at least one
   * @param known the results of trials 1…{@link Trial#informedBy()}, and no others, so that the
   *     answer does not depend on the number of workers
   * @return the reason to stop, for display; empty to continue
   */
  Optional<String> reasonToStop(Trial trial, List<Measurement> measured, List<TrialResult> known);
}
