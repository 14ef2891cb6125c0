package org.espalier.nas.experiment.comparison;

import java.nio.file.Path;
import java.util.List;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.run.SearchWatcher;

/** A watcher of a single search that forwards only the events that concern the whole comparison. */
final class QuietWatcher extends ForwardingWatcher {

  QuietWatcher(SearchWatcher comparison) {
    super(comparison);
  }

  @Override
  public void audited(List<Finding> findings) {
    // Shown once, before the first search.
  }

  @Override
  public StudyListener beginning(
      Path folder,
      Experiment experiment,
      List<Objective> objectives,
      List<TrialResult> finishedBefore) {
    return new StudyListener() {};
  }

  @Override
  public void stored(Path folder) {
    // One of many searches.
  }

  @Override
  public void interrupting() {
    // The comparison reports it once.
  }
}
