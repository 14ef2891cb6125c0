package org.espalier.nas.engine.study;

import java.util.List;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.plugin.Counts;
import org.espalier.nas.api.trial.Proposal;

/** Error of a resumed study whose controller's proposals differ from the recorded ones. */
public final class ControllerMismatchException extends NasException {
  private static final long serialVersionUID = 1L;

  ControllerMismatchException(
      int trial, int told, List<Proposal> recorded, List<Proposal> proposed) {
    super(
        "After %s, the controller proposed %s from trial %d on, but the journal recorded %s. Maybe the controller, its plugin or the arithmetic of this machine is not the one that began the study. Resume it as it was begun, or start a new run."
            .formatted(Counts.of(told, "result"), proposed, trial, recorded));
  }
}
