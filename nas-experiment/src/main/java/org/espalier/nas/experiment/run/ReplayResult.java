package org.espalier.nas.experiment.run;

import java.util.List;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.study.Replay;
import org.espalier.nas.experiment.file.Component;

/**
 * The outcome of a replay.
 *
 * @param study run that was replayed
 * @param controller controller that it was replayed to
 * @param own true if this is the run's own controller with its own settings
 * @param outcome actions of the controller
 * @param warnings possible explanations of a difference, each in a clause
 */
public record ReplayResult(
    StoredStudy study,
    Component<?> controller,
    boolean own,
    Replay.Outcome outcome,
    List<String> warnings) {

  /** Copies the list. */
  public ReplayResult {
    warnings = List.copyOf(warnings);
  }

  /** Returns true if the run's own controller differs from the record. */
  public boolean failed() {
    return own && outcome.difference().isPresent();
  }
}
