package org.espalier.nas.engine.steering;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A command in a study's journal.
 *
 * @param number counted from 1 in the study, in the order in which the study took the requests
 * @param request id of the request
 * @param at time of the request
 * @param command the wish
 * @param place for {@link SteeringCommand.StopTrial} the step after which the trial stopped, for
 *     other commands the number of results that the controller had been told when it took effect
 * @param trial number of the trial that an enqueued architecture became, or null
 * @param refusal reason for which it had no effect, as a sentence, or null
 */
public record SteeringEvent(
    int number,
    String request,
    Instant at,
    SteeringCommand command,
    int place,
    @Nullable Integer trial,
    @Nullable String refusal) {

  /** Checks that the request and the command are present. */
  public SteeringEvent {
    Objects.requireNonNull(request);
    Objects.requireNonNull(at);
    Objects.requireNonNull(command);
  }

  /** Returns true if the search depends on the event. */
  public boolean changedSearch() {
    return refusal == null && command.changesSearch();
  }

  /** Returns the number of the trial that an enqueued architecture became; empty for others. */
  public Optional<Integer> enqueuedTrial() {
    return Optional.ofNullable(trial);
  }

  /** Returns a request that has the same effect at the same place of another search. */
  public SteeringRequest again() {
    return new SteeringRequest(request, at, command, place);
  }
}
