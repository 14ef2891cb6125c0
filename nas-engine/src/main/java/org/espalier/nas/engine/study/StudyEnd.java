package org.espalier.nas.engine.study;

/** Why a study came to its end. */
public enum StudyEnd {
  /** As many trials as allowed were evaluated. */
  TRIALS("the budget of trials is spent"),
  /** As many epochs as allowed were trained. */
  EPOCHS("the budget of epochs is spent"),
  /** As much training time as allowed was charged. */
  SECONDS("the budget of training time is spent"),
  /** The time is over. */
  WALL_CLOCK("the time is over"),
  /** The controller had nothing more to propose. */
  EXHAUSTED("the controller has nothing more to propose"),
  /** Somebody interrupted it; it can be resumed. */
  INTERRUPTED("interrupted");

  private final String text;

  StudyEnd(String text) {
    this.text = text;
  }

  /** The reason in a person's words. */
  public String text() {
    return text;
  }
}
