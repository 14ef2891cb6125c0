package org.espalier.nas.experiment.run;

import java.nio.file.Path;
import java.util.List;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.engine.study.StudySummary;
import org.espalier.nas.experiment.file.Experiment;

/**
 * A search that has ended.
 *
 * @param folder folder of the run
 * @param experiment experiment that was run
 * @param objectives the stated objectives; empty if the reward is the only one
 * @param summary summary of the search
 */
public record EndedSearch(
    Path folder, Experiment experiment, List<Objective> objectives, StudySummary summary) {
  /** Copies. */
  public EndedSearch {
    objectives = List.copyOf(objectives);
  }
}
