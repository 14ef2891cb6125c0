package org.espalier.nas.engine.study;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.espalier.nas.engine.store.StoredSession;

/** Reason for which a study ended. */
public enum StudyEnd {
  /** The budget of trials is spent. */
  TRIALS("the budget of trials is spent"),
  /** The budget of epochs is spent. */
  EPOCHS("the budget of epochs is spent"),
  /** The budget of training time is spent. */
  SECONDS("the budget of training time is spent"),
  /** The time limit is reached. */
  WALL_CLOCK("the time limit is reached"),
  /** A person stopped it. */
  STOPPED("it was stopped by hand"),
  /** The controller had nothing more to propose. */
  EXHAUSTED("the controller has nothing more to propose"),
  /** The study was interrupted; it can be resumed. */
  INTERRUPTED("interrupted");

  private final String text;

  StudyEnd(String text) {
    this.text = text;
  }

  /**
   * Returns the reason for which the last session ended; empty if it did not end by itself, or only
   * extended the budget.
   */
  public static Optional<StudyEnd> of(List<StoredSession> sessions) {
    return sessions.isEmpty()
        ? Optional.empty()
        : of(sessions.get(sessions.size() - 1)).filter(end -> end != INTERRUPTED);
  }

  /** Returns the reason for which a session ended; empty if it did not end by itself. */
  public static Optional<StudyEnd> of(StoredSession session) {
    return Arrays.stream(values()).filter(end -> end.name().equals(session.ending())).findFirst();
  }

  /** The reason as text. */
  public String text() {
    return text;
  }
}
