package org.espalier.nas.engine.steering;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A command that waits for a study to take it.
 *
 * @param id unique text, by which a study recognizes a request that it has taken already
 * @param at time of the request
 * @param command the wish
 * @param place the place at which the command takes effect, as {@link SteeringEvent#place} has it,
 *     so that a steered search is repeated; null for as soon as possible
 */
public record SteeringRequest(
    String id, Instant at, SteeringCommand command, @Nullable Integer place) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

  /** Checks the id, and that all but the place are present. */
  public SteeringRequest {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "id (" + id + ") must have between 1 and 64 letters, digits and '-'.");
    }
    Objects.requireNonNull(at);
    Objects.requireNonNull(command);
  }

  /** Returns a new request that takes effect as soon as possible. */
  public static SteeringRequest of(SteeringCommand command, Instant at) {
    return new SteeringRequest(UUID.randomUUID().toString(), at, command, null);
  }
}
