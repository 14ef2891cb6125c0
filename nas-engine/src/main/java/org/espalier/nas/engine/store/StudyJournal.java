package org.espalier.nas.engine.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.steering.SteeringEvent;

/**
 * Record of a study that is open for writing. Its methods may be called from several threads.
 *
 * <p>In a persistent journal, an entry survives the death of the process once the method returns.
 * Results, ends of sessions and all that was written before them survive a loss of power too. A
 * loss of power affects only the last part of the journal, from which the study resumes as after
 * any other interruption.
 */
public interface StudyJournal extends AutoCloseable {

  /** The study's description. */
  StudyDescription description();

  /** All trials, in the order of their numbers. */
  List<StoredTrial> trials();

  /** All sessions, in order. */
  List<StoredSession> sessions();

  /** The last snapshot of the controller; empty if none was taken yet. */
  Optional<ControllerSnapshot> snapshot();

  /** The calls of the controller's {@code ask} up to the last that returned proposals, in order. */
  List<RecordedAsk> asks();

  /** The commands of people that the study has taken, in order. */
  List<SteeringEvent> steering();

  /**
   * Begins a session.
   *
   * @return its number, counted from 1
   */
  int beginSession(Instant at);

  /**
   * Ends a session.
   *
   * @param ending the reason
   * @param diagnostics the controller's diagnostics since the last ask, by number of the trial told
   */
  void endSession(
      int session, Instant at, String ending, SortedMap<Integer, Map<String, Double>> diagnostics);

  /** Adds the trials of an ask, completely or not at all. */
  void asked(AskEntry entry);

  /**
   * Gives the study a larger budget, completely or not at all: replaces the description and the
   * calls of {@code ask}, adds trials, and adds a session with the ending {@link
   * StoredSession#EXTENDED}. If calls change, the controller's snapshot is deleted.
   */
  void extended(StudyExtension extension);

  /** Adds a command of a person, whose number is the next one. */
  void steered(SteeringEvent event);

  /**
   * Counts an attempt at a trial, and deletes measurements of an earlier attempt.
   *
   * @param worker name of the worker that makes the attempt
   */
  void started(int trial, Instant at, String worker);

  /** Adds a measurement of a running trial. */
  void measured(int trial, Measurement measurement);

  /** Takes back an attempt that was interrupted on purpose; its measurements stay. */
  void abandoned(int trial);

  /** Adds a trial's result, whose measurements replace those that were reported. */
  void finished(TrialResult result, Instant at);

  /**
   * Runs calls of this journal and commits them together: one flush to the disk instead of one for
   * each result.
   *
   * @param calls calls of this journal's other methods, made on this thread
   */
  void batch(Runnable calls);

  /** Closes the journal, so that it can be opened again. */
  @Override
  void close();
}
