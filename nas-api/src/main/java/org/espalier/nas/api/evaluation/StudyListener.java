package org.espalier.nas.api.evaluation;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Set;
import org.apiguardian.api.API;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.jspecify.annotations.Nullable;

/**
 * A listener for the events of a study. {@link #started} and {@link #measured} are called from the
 * workers' threads, {@link #storing} from a thread that waits for the disk, the other methods from
 * the thread of the study.
 *
 * <p>An exception thrown by a listener is a fault of the engine, not of the trial, and ends the
 * study.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface StudyListener {

  /**
   * Called before a worker evaluates a trial, which is stored already.
   *
   * @param trial the trial
   */
  default void started(Trial trial) {}

  /**
   * Called when a running trial reports a measurement.
   *
   * @param trial the trial
   * @param measurement the measurement
   */
  default void measured(Trial trial, Measurement measurement) {}

  /**
   * Called before a trial's result is stored: on return, the files of the trial must be durable.
   * Called for one trial at a time, from a thread that writes while the workers continue.
   *
   * @param result the result
   */
  default void storing(TrialResult result) {}

  /**
   * Called when a trial was finished and stored; trials may finish in any order.
   *
   * @param result the result
   */
  default void finished(TrialResult result) {}

  /**
   * Called when a trial's result was told to the controller, in the order of the trials' numbers;
   * on resume, called again for each trial told before.
   *
   * @param result the result
   * @param oldestNeeded the smallest {@link Trial#informedBy()} of any trial that may still run;
   *     data that serves only trials before it can be dropped
   */
  default void told(TrialResult result, int oldestNeeded) {}

  /**
   * Called with the trials whose state may still be needed; the state of any other trial can be
   * deleted. Called whenever new trials and the controller's state were stored, before these trials
   * begin; on resume, before unfinished trials begin again; and, with an empty set, once the search
   * is exhausted. Nothing may be deleted between two calls: a killed study resumes from the stored
   * state.
   *
   * @param trials numbers of trials that were told and may be continued, that are being continued,
   *     or that are not told yet; empty if the controller never continues a trial
   */
  default void retained(Set<Integer> trials) {}

  /**
   * Called when a person has changed the limits of the study, or ended its search; called once on
   * resume if that was so before.
   *
   * @param trials number of trials after which the study ends now, or null if that is not limited
   */
  default void limited(@Nullable Integer trials) {}

  /** Called when the study has ended or was interrupted; no other call follows. */
  default void ended() {}
}
