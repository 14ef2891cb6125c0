package org.espalier.nas.experiment.run;

import java.util.List;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.study.Replay;
import org.espalier.nas.experiment.file.Component;

/**
 * The outcome of a replay.
 *
 * @param study the run that was replayed
 * @param controller the controller that it was replayed to
 * @param own true if that is the run's own controller with its own settings
 * @param outcome what the controller did
 * @param warnings what may explain a difference, each in a clause
 */
public record ReplayResult(
    StoredStudy study,
    Component<?> controller,
    boolean own,
    Replay.Outcome outcome,
    List<String> warnings) {

  /** Copies. */
  public ReplayResult {
    warnings = List.copyOf(warnings);
  }

  /** Returns true if the run's own controller did something else than was recorded. */
  public boolean failed() {
    return own && outcome.difference().isPresent();
  }
}
