package org.espalier.nas.tf.tensorboard;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.espalier.nas.api.trial.TrialResult;

/**
 * A finished trial with its times.
 *
 * @param result the result of the trial
 * @param startedAt the time of its start
 * @param finishedAt the time of its end, not before its start
 * @param toldAt the time when all trials up to this one had ended, so that the controller could be
 *     told
 */
public record LoggedTrial(
    TrialResult result, Instant startedAt, Instant finishedAt, Instant toldAt) {

  /** Checks that no component is null. */
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

  /** Returns the total time of its phases. */
  double seconds() {
    return result.outcome().account().times().values().stream()
            .reduce(Duration.ZERO, Duration::plus)
            .toNanos()
        / 1e9;
  }
}
