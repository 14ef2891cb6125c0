package org.espalier.nas.engine.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;

/**
 * The journal of a study that is over in no time: it ends with the process, and a study that did
 * not finish begins anew.
 */
public final class VolatileJournal implements StudyJournal {
  private final StudyDescription description;

  /** Creates the journal of a study that has not begun. */
  public VolatileJournal(StudyDescription description) {
    this.description = description;
  }

  @Override
  public StudyDescription description() {
    return description;
  }

  @Override
  public List<StoredTrial> trials() {
    return List.of();
  }

  @Override
  public List<StoredSession> sessions() {
    return List.of();
  }

  @Override
  public Optional<ControllerSnapshot> snapshot() {
    return Optional.empty();
  }

  @Override
  public int beginSession(Instant at) {
    return 1;
  }

  @Override
  public void endSession(
      int session, Instant at, String ending, SortedMap<Integer, Map<String, Double>> diagnostics) {
    // Nobody will ask.
  }

  @Override
  public void asked(
      List<Trial> trials,
      Supplier<ControllerSnapshot> snapshot,
      SortedMap<Integer, Map<String, Double>> diagnostics,
      Instant at) {
    // Nobody will ask.
  }

  @Override
  public void started(int trial, Instant at) {
    // Nobody will ask.
  }

  @Override
  public void abandoned(int trial) {
    // Nobody will ask.
  }

  @Override
  public void finished(TrialResult result, Instant at) {
    // The study itself keeps its results while it runs.
  }
}
