package org.espalier.nas.experiment.comparison;

import java.nio.file.Path;
import java.util.List;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.run.SearchWatcher;

/** A watcher that forwards to another. */
public abstract class ForwardingWatcher implements SearchWatcher {
  private final SearchWatcher watcher;

  /** Creates a watcher that forwards to another. */
  protected ForwardingWatcher(SearchWatcher watcher) {
    this.watcher = watcher;
  }

  @Override
  public DownloadListener downloads() {
    return watcher.downloads();
  }

  @Override
  public synchronized void warned(String warning) {
    watcher.warned(warning);
  }

  @Override
  public void connecting(String cluster) {
    watcher.connecting(cluster);
  }

  @Override
  public void audited(List<Finding> findings) {
    watcher.audited(findings);
  }

  @Override
  public StudyListener beginning(
      Path folder,
      Experiment experiment,
      List<Objective> objectives,
      List<TrialResult> finishedBefore) {
    return watcher.beginning(folder, experiment, objectives, finishedBefore);
  }

  @Override
  public void stored(Path folder) {
    watcher.stored(folder);
  }

  @Override
  public void interrupting() {
    watcher.interrupting();
  }
}
