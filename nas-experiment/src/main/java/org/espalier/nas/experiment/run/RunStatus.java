package org.espalier.nas.experiment.run;

import org.espalier.nas.engine.store.StoredSession;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.study.StudyEnd;

/** The status of a run. */
public enum RunStatus {
  /** The run finished. */
  FINISHED("finished"),
  /** The run was interrupted. */
  INTERRUPTED("interrupted"),
  /** An error ended the run. */
  FAILED("failed"),
  /** The run's process is working on it, or was killed. */
  OPEN("running or killed");

  private final String text;

  RunStatus(String text) {
    this.text = text;
  }

  /** Returns the status in words. */
  public String text() {
    return text;
  }

  /** Returns the status of a stored run. */
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
