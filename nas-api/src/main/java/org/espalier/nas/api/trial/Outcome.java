package org.espalier.nas.api.trial;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;

/** How a trial ended. */
@API(status = MAINTAINED, since = "0.1")
public sealed interface Outcome {

  /** What was measured, in the order of the steps. */
  List<Measurement> measurements();

  /** Facts and times. */
  Account account();

  /**
   * The trial used its whole fidelity, or its own early stopping ended it.
   *
   * @param measurements at least one
   * @param account facts and times
   */
  record Completed(List<Measurement> measurements, Account account) implements Outcome {
    /** Checks and copies. */
    public Completed {
      measurements = List.copyOf(measurements);
      Objects.requireNonNull(account);
      if (measurements.isEmpty()) {
        throw new IllegalArgumentException("A completed trial has at least one measurement.");
      }
    }
  }

  /**
   * A stopping rule ended the trial; what was measured until then counts.
   *
   * @param measurements at least one
   * @param account facts and times
   * @param reason the rule's reason, for a person
   */
  record Stopped(List<Measurement> measurements, Account account, String reason)
      implements Outcome {
    /** Checks and copies. */
    public Stopped {
      measurements = List.copyOf(measurements);
      Objects.requireNonNull(account);
      Objects.requireNonNull(reason);
      if (measurements.isEmpty()) {
        throw new IllegalArgumentException("A stopped trial has at least one measurement.");
      }
    }
  }

  /**
   * The trial gave no result that could be used; the search goes on.
   *
   * @param measurements possibly none
   * @param account facts and times
   * @param cause the kind of failure
   * @param message what happened, for a person
   */
  record Failed(List<Measurement> measurements, Account account, FailureCause cause, String message)
      implements Outcome {
    /** Checks and copies. */
    public Failed {
      measurements = List.copyOf(measurements);
      Objects.requireNonNull(account);
      Objects.requireNonNull(cause);
      Objects.requireNonNull(message);
    }

    /** A failure before anything was measured. */
    public static Failed of(FailureCause cause, String message) {
      return new Failed(List.of(), Account.empty(), cause, message);
    }
  }
}
