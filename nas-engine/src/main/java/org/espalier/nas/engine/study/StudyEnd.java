package org.espalier.nas.engine.study;

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
  /** The controller had nothing more to propose. */
  EXHAUSTED("the controller has nothing more to propose"),
  /** The study was interrupted; it can be resumed. */
  INTERRUPTED("interrupted");

  private final String text;

  StudyEnd(String text) {
    this.text = text;
  }

  /** The reason as text. */
  public String text() {
    return text;
  }
}
