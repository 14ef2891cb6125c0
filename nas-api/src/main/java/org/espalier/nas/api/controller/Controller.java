package org.espalier.nas.api.controller;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;

/**
 * A search algorithm: proposes architectures and learns from their results.
 *
 * <p>A single thread calls it. The study asks whenever the lag of the experiment leaves room for
 * more trials, and tells each result in the order of the trials' numbers, so that the sequence of
 * calls, and with it the search, does not depend on the number of workers.
 *
 * <p>An exception that a method throws ends the study with an error: it is a fault of the
 * controller, not of a trial. Arguments are immutable; returned values are copied.
 *
 * <p>Draw random numbers from a stream that {@link org.espalier.nas.api.random.RandomStreams} gives
 * for a purpose and a counter that is part of the snapshot; then nothing else about randomness
 * needs to be kept.
 */
@API(status = MAINTAINED, since = "0.1")
public interface Controller extends AutoCloseable {

  /**
   * Proposes what to evaluate next.
   *
   * @param count the maximum number of proposals, positive
   * @return at most {@code count} proposals. An empty list while trials are outstanding asks for
   *     more results first. An empty list when none is outstanding ends the search.
   */
  List<Proposal> ask(int count);

  /**
   * Learns from finished trials.
   *
   * <p>In a study these are the trials that it proposed; those of people come by {@link #observe}.
   * When a recorded search is replayed to another controller they are not: the controller learns
   * from the results that it can use and skips the others, or throws a {@link
   * org.espalier.nas.api.NasException} that gives the reason.
   *
   * @param results at least one, in the order of the trials' numbers, failed ones included
   */
  void tell(List<TrialResult> results);

  /**
   * Learns from finished trials that it did not propose: a person put them into the running study.
   * By default they are ignored, which any controller can. One that overrides this must go on with
   * the trials that it proposed itself, which may be outstanding.
   *
   * @param results at least one, in the order of the trials' numbers, failed ones included
   */
  default void observe(List<TrialResult> results) {}

  /**
   * Returns the number of trials that should be outstanding at once: the default lag of an
   * experiment. A controller that learns in batches returns its batch size.
   *
   * @return a positive number that does not change
   */
  default int batch() {
    return 8;
  }

  /**
   * Returns the complete state of the controller, in a format of its own. A new controller of the
   * same experiment that {@linkplain #restore restores} it continues exactly as this one would.
   * Called at any time after a tell or an ask; {@link Snapshot} adds a header that identifies the
   * controller.
   *
   * @return the state, which this call does not change
   */
  byte[] snapshot();

  /**
   * Restores the state of a snapshot; called at most once, before any other method.
   *
   * @param snapshot the {@link #snapshot} of a controller with equal settings in an equal search
   *     space
   * @throws org.espalier.nas.api.NasException if it is not a snapshot of this kind of controller
   */
  void restore(byte[] snapshot);

  /**
   * Returns measurements of the controller itself since the last tell: {@code entropy}, {@code
   * policy.loss}, …; recorded after each tell and plotted in the report.
   *
   * @return finite numbers by name; empty if nothing is new
   */
  default Map<String, Double> diagnostics() {
    return Map.of();
  }

  /**
   * Returns true if this controller may propose to continue a trial. Only then is the state of
   * trials, their weights and optimizers, kept.
   *
   * @return an answer that does not change; false by default
   */
  default boolean continuesTrials() {
    return false;
  }

  /**
   * Returns the trials that this controller may still continue. The state of any other trial is
   * deleted once its result was told and no running trial continues it.
   *
   * @return numbers of trials that were told; asked for after each tell and each ask; empty by
   *     default
   */
  default Set<Integer> continuable() {
    return Set.of();
  }

  /**
   * Returns the part of the search that is known before it begins.
   *
   * @return rungs with their numbers of trials and epochs; empty by default, for a controller that
   *     decides during the search
   */
  default Optional<Plan> plan() {
    return Optional.empty();
  }

  /** Frees native resources; called once, last. */
  @Override
  default void close() {}
}
