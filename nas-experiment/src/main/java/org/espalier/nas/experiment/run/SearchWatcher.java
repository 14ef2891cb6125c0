package org.espalier.nas.experiment.run;

import java.nio.file.Path;
import java.util.List;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.experiment.file.Experiment;

/** Observer of a search; its methods do nothing unless overridden. */
public interface SearchWatcher {

  /** Returns the listener that is told of files that components download. */
  default DownloadListener downloads() {
    return DownloadListener.none();
  }

  /** Called when something may affect the results. */
  default void warned(String warning) {}

  /** Called before a cluster is connected to, which may take a minute. */
  default void connecting(String cluster) {}

  /** Called before the search, at most once, with the findings of the audit of the data. */
  default void audited(List<Finding> findings) {}

  /**
   * Called before the search begins.
   *
   * @param folder the run's folder
   * @param objectives the stated objectives; empty if the reward is the only one
   * @param finishedBefore the results of the trials that earlier sessions finished
   * @return the listener that is told about the search
   */
  default StudyListener beginning(
      Path folder,
      Experiment experiment,
      List<Objective> objectives,
      List<TrialResult> finishedBefore) {
    return new StudyListener() {};
  }

  /**
   * Called when the run is stored, so that others can read it, before its first trial.
   *
   * @param folder the run's folder
   */
  default void stored(Path folder) {}

  /** Called when the search was asked to end early. */
  default void interrupting() {}
}
