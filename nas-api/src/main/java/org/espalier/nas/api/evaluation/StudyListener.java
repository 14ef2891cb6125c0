package org.espalier.nas.api.evaluation;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Set;
import org.apiguardian.api.API;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;

/**
 * Is told what happens in a study. {@link #started} and {@link #measured} are called from the
 * workers' threads, {@link #storing} from one that waits for the disk, everything else from the
 * thread of the study.
 *
 * <p>What a listener throws is a fault of the engine, not of the trial: it ends the study.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface StudyListener {

  /**
   * A worker is about to evaluate a trial, which is stored.
   *
   * @param trial the trial
   */
  default void started(Trial trial) {}

  /**
   * A running trial reported a measurement.
   *
   * @param trial the trial
   * @param measurement what was measured
   */
  default void measured(Trial trial, Measurement measurement) {}

  /**
   * A trial's result is about to be stored: what the trial left behind must be durable on return.
   * Called for one trial at a time, from a thread that writes while the workers go on.
   *
   * @param result the result
   */
  default void storing(TrialResult result) {}

  /**
   * A trial was finished and stored; trials may finish in any order.
   *
   * @param result the result
   */
  default void finished(TrialResult result) {}

  /**
   * A trial's result was told to the controller, in the order of the trials' numbers; on resume it
   * is called again for each trial that had been told before.
   *
   * @param result the result
   * @param oldestNeeded the smallest {@link Trial#informedBy()} of any trial that may still run;
   *     what only serves trials before it can be forgotten
   */
  default void told(TrialResult result, int oldestNeeded) {}

  /**
   * Which trials' state may still be needed; what was kept of any other can be deleted. Called
   * whenever new trials and the controller's state were stored, before these trials begin; on
   * resume, before unfinished trials begin again; and, with none, once the search is exhausted.
   * Between two calls nothing may be deleted: a study that is killed goes on from what was stored.
   *
   * @param trials numbers of trials that were told and may be continued, that are being continued,
   *     or that are not told yet; empty if the controller never continues a trial
   */
  default void retained(Set<Integer> trials) {}

  /** The study has ended or was interrupted; nothing more will be told. */
  default void ended() {}
}
