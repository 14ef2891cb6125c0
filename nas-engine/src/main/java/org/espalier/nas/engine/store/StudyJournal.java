package org.espalier.nas.engine.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;

/** What happened in a study so far. Its methods may be called from several threads. */
public interface StudyJournal {

  /** What the study is. */
  StudyDescription description();

  /** All trials, in the order of their numbers. */
  List<StoredTrial> trials();

  /** The sessions before now, in order. */
  List<StoredSession> sessions();

  /** The controller after the last ask that gave proposals; empty if none has yet. */
  Optional<ControllerSnapshot> snapshot();

  /** Notes that a process begins to work on the study; gives the session's number. */
  int beginSession(Instant at);

  /**
   * Notes why a session ended.
   *
   * @param diagnostics what the controller said after tells that no ask followed, by trial
   */
  void endSession(
      int session, Instant at, String ending, SortedMap<Integer, Map<String, Double>> diagnostics);

  /**
   * Notes the proposals of one ask, the controller after it, and what the controller said since the
   * ask before, all or nothing.
   *
   * @param snapshot takes the controller's state, which is only done where it is kept
   */
  void asked(
      List<Trial> trials,
      Supplier<ControllerSnapshot> snapshot,
      SortedMap<Integer, Map<String, Double>> diagnostics,
      Instant at);

  /** Counts an attempt at a trial. */
  void started(int trial, Instant at);

  /** Takes back an attempt that was interrupted on purpose. */
  void abandoned(int trial);

  /** Notes how a trial ended. */
  void finished(TrialResult result, Instant at);
}
