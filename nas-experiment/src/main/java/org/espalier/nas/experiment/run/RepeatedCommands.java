package org.espalier.nas.experiment.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.espalier.nas.engine.steering.SteeringRequest;
import org.espalier.nas.engine.steering.SteeringRequests;

/**
 * The commands of another run that a search repeats at their places, which it may not reach.
 *
 * @param requests the requests to the search
 * @param ids the ids of those that are commands of the other run
 */
record RepeatedCommands(SteeringRequests requests, Set<String> ids) {

  /** Returns those among the requests that wait. */
  static RepeatedCommands of(SteeringRequests requests) {
    return new RepeatedCommands(
        requests,
        requests.waiting().stream()
            .filter(request -> request.place() != null)
            .map(SteeringRequest::id)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * Removes those that the search has not taken, so that they take no effect in a later session.
   *
   * @param taken the commands in the search's journal, which has ended
   * @return a sentence, if commands of the other run had no effect
   */
  Optional<String> removeLeft(List<SteeringEvent> taken) {
    Set<String> effective =
        taken.stream()
            .filter(event -> event.refusal() == null)
            .map(SteeringEvent::request)
            .collect(Collectors.toUnmodifiableSet());
    long left = ids.stream().filter(id -> !effective.contains(id)).count();
    ids.forEach(requests::remove);
    return left == 0
        ? Optional.empty()
        : Optional.of(
            "%d of %d commands of the other run had no place in this search."
                .formatted(left, ids.size()));
  }
}
