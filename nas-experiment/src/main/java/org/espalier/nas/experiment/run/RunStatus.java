package org.espalier.nas.experiment.run;

import org.espalier.nas.engine.store.StoredSession;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.study.StudyEnd;

/** How a run stands. */
public enum RunStatus {
  /** It came to its end. */
  FINISHED("finished"),
  /** Somebody interrupted it. */
  INTERRUPTED("interrupted"),
  /** An error ended it. */
  FAILED("failed"),
  /** Its process works on it, or was killed. */
  OPEN("running or killed");

  private final String text;

  RunStatus(String text) {
    this.text = text;
  }

  /** The status in a person's words. */
  public String text() {
    return text;
  }

  /** How a stored run stands. */
  public static RunStatus of(StoredStudy study) {
    if (study.sessions().isEmpty()) {
      return OPEN;
    }
    StoredSession last = study.sessions().get(study.sessions().size() - 1);
    String ending = last.ending();
    if (ending == null) {
      return OPEN;
    }
    if (ending.equals(StudyEnd.INTERRUPTED.name())) {
      return INTERRUPTED;
    }
    return ending.equals("FAILED") ? FAILED : FINISHED;
  }
}
