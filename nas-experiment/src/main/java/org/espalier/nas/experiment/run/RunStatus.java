package org.espalier.nas.experiment.run;

import java.util.List;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.StoredSession;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.study.StudyEnd;

/** The status of a run. */
public enum RunStatus {
  /** The run finished. */
  FINISHED("finished"),
  /** The run was interrupted, or its process was killed; it can be resumed. */
  INTERRUPTED("interrupted"),
  /** An error ended the run, or all its trials failed. */
  FAILED("failed"),
  /** A process is working on the run. */
  RUNNING("running");

  private final String text;

  RunStatus(String text) {
    this.text = text;
  }

  /** Returns the status in words. */
  public String text() {
    return text;
  }

  /**
   * Returns the status of a stored run.
   *
   * @param studies repository of the study
   */
  public static RunStatus of(StoredStudy study, StudyRepository studies) {
    if (study.sessions().isEmpty()) {
      return open(study, studies);
    }
    StoredSession last = study.sessions().get(study.sessions().size() - 1);
    String ending = last.ending();
    if (ending == null || ending.equals(StoredSession.EXTENDED)) {
      return open(study, studies);
    }
    if (ending.equals(StudyEnd.INTERRUPTED.name())) {
      return INTERRUPTED;
    }
    return ending.startsWith("FAILED") || failed(study.results()) ? FAILED : FINISHED;
  }

  private static boolean failed(List<TrialResult> results) {
    return !results.isEmpty()
        && results.stream().allMatch(result -> result.outcome() instanceof Outcome.Failed);
  }

  private static RunStatus open(StoredStudy study, StudyRepository studies) {
    return studies.holder(study.key()).isPresent() ? RUNNING : INTERRUPTED;
  }
}
