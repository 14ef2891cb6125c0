package org.espalier.nas.experiment.run;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.StoredSession;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StudyOutline;
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
    return of(
        study.sessions(),
        () -> failed(study.results()),
        () -> studies.holder(study.key()).isPresent());
  }

  /**
   * Returns the status of a stored run.
   *
   * @param held true if a process has its journal open
   */
  public static RunStatus of(StudyOutline study, boolean held) {
    return of(study.sessions(), study.counts()::allFailed, () -> held);
  }

  private static RunStatus of(
      List<StoredSession> sessions, BooleanSupplier failed, BooleanSupplier held) {
    String ending = sessions.isEmpty() ? null : sessions.get(sessions.size() - 1).ending();
    if (ending == null || ending.equals(StoredSession.EXTENDED)) {
      return held.getAsBoolean() ? RUNNING : INTERRUPTED;
    }
    if (ending.equals(StudyEnd.INTERRUPTED.name())) {
      return INTERRUPTED;
    }
    return ending.startsWith("FAILED") || failed.getAsBoolean() ? FAILED : FINISHED;
  }

  private static boolean failed(List<TrialResult> results) {
    return !results.isEmpty() && results.stream().noneMatch(TrialResult::succeeded);
  }
}
