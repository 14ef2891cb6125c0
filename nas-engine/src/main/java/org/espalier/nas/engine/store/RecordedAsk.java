package org.espalier.nas.engine.store;

/**
 * One call of a controller's {@code ask}. A study makes at most one for each number of results
 * told. Trials that people enqueued there come before the proposals, and are not counted.
 *
 * @param told number of results told before the call
 * @param requested number of proposals requested; 0 if enqueued architectures took all the room
 * @param proposed number of proposals returned, at most {@code requested}
 */
public record RecordedAsk(int told, int requested, int proposed) {

  /** Checks the numbers. */
  public RecordedAsk {
    if (told < 0) {
      throw new IllegalArgumentException("told (" + told + ") must not be negative.");
    }
    if (proposed < 0 || proposed > requested) {
      throw new IllegalArgumentException(
          "proposed (%d) must lie in [0, requested (%d)].".formatted(proposed, requested));
    }
  }
}
