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
 * <p>One thread calls it. The study asks whenever there is room for more trials under the lag of
 * the experiment, and tells each result in the order of the trials' numbers, so that the sequence
 * of calls, and with it the search, does not depend on the number of workers.
 *
 * <p>An exception that a method throws ends the study with an error: it is a fault of the
 * controller, not of a trial. What a controller is given is immutable; what it returns is copied.
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
   * @param count how many proposals there is room for, positive
   * @return at most {@code count} proposals. An empty list while trials are outstanding means: tell
   *     me more first. An empty list when none is outstanding means that the search is over.
   */
  List<Proposal> ask(int count);

  /**
   * Learns from finished trials.
   *
   * <p>In a study these are the trials that it proposed. When a recorded search is replayed to
   * another controller they are not: it learns from them what it can, passes over what it cannot
   * use, or throws a {@link org.espalier.nas.api.NasException} that says why it cannot.
   *
   * @param results at least one, in the order of the trials' numbers, failed ones included
   */
  void tell(List<TrialResult> results);

  /**
   * How many trials should be outstanding at once: the default lag of an experiment. A controller
   * that learns in batches gives its batch.
   *
   * @return a positive number that does not change
   */
  default int batch() {
    return 8;
  }

  /**
   * All that the controller knows, in a form of its own. A fresh controller of the same experiment
   * that {@linkplain #restore restores} it continues exactly as this one would. Called after a tell
   * or an ask, at any time; {@link Snapshot} gives it a head by which a wrong one is noticed.
   *
   * @return the state; taking it changes nothing
   */
  byte[] snapshot();

  /**
   * Takes up the state of a snapshot; called at most once, before anything else.
   *
   * @param snapshot what {@link #snapshot} gave, of a controller with equal settings in an equal
   *     search space
   * @throws org.espalier.nas.api.NasException if it is not a snapshot of this kind of controller
   */
  void restore(byte[] snapshot);

  /**
   * What the controller can say about itself since the last tell: {@code entropy}, {@code
   * policy.loss}, …; recorded after each tell and drawn in the report.
   *
   * @return finite numbers by name; empty if there is nothing new
   */
  default Map<String, Double> diagnostics() {
    return Map.of();
  }

  /**
   * Whether this controller ever proposes to continue a trial. Only then the state of trials, their
   * weights and optimizers, is kept.
   *
   * @return an answer that does not change; false by default
   */
  default boolean continuesTrials() {
    return false;
  }

  /**
   * The trials that this controller may still continue; the state of any other one is deleted once
   * its result was told and nothing that runs continues it.
   *
   * @return numbers of trials that were told; asked for after each tell and each ask; empty by
   *     default
   */
  default Set<Integer> continuable() {
    return Set.of();
  }

  /**
   * What is known of the search before it begins.
   *
   * @return rungs with their numbers of trials and epochs; empty by default, for a controller that
   *     decides as it goes
   */
  default Optional<Plan> plan() {
    return Optional.empty();
  }

  /** Frees native resources; called once, last. */
  @Override
  default void close() {}
}
