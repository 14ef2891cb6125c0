package org.espalier.nas.tf.tensorboard;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.espalier.nas.api.trial.TrialResult;

/**
 * A finished trial and when it ran.
 *
 * @param result how it ended
 * @param startedAt when it began
 * @param finishedAt when it ended, not before it began
 * @param toldAt when all trials up to this one had ended, so that the controller could be told
 */
public record LoggedTrial(
    TrialResult result, Instant startedAt, Instant finishedAt, Instant toldAt) {

  /** Checks that all are there. */
  public LoggedTrial {
    Objects.requireNonNull(result);
    Objects.requireNonNull(toldAt);
    if (finishedAt.isBefore(startedAt)) {
      throw new IllegalArgumentException(
          "finishedAt (%s) must not be before startedAt (%s).".formatted(finishedAt, startedAt));
    }
  }

  int number() {
    return result.trial().number();
  }

  /** The time of all its phases. */
  double seconds() {
    return result.outcome().account().times().values().stream()
            .reduce(Duration.ZERO, Duration::plus)
            .toNanos()
        / 1e9;
  }
}
