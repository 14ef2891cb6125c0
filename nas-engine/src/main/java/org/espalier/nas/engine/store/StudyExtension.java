package org.espalier.nas.engine.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.espalier.nas.api.trial.Trial;

/**
 * Journal entry that gives a finished study a larger budget.
 *
 * @param description the study's description with the larger budget
 * @param asks all calls of the controller's {@code ask} up to the last that returned proposals, as
 *     they are with the larger budget
 * @param trials the trials of the last of these calls that the journal does not have yet
 * @param at time of the extension
 */
public record StudyExtension(
    StudyDescription description, List<RecordedAsk> asks, List<Trial> trials, Instant at) {

  /** Checks and copies. */
  public StudyExtension {
    Objects.requireNonNull(description);
    Objects.requireNonNull(at);
    asks = List.copyOf(asks);
    trials = List.copyOf(trials);
  }
}
