package org.espalier.nas.api.trial;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The end of a trial. */
@API(status = MAINTAINED, since = "0.1")
public sealed interface Outcome {

  /** Returns the measurements, in the order of the steps. */
  List<Measurement> measurements();

  /** Returns the facts and times. */
  Account account();

  /**
   * The outcome of a trial that used its whole fidelity, or ended by its own early stopping.
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
   * The outcome of a trial that a stopping rule ended; its measurements until then count.
   *
   * @param measurements at least one
   * @param account facts and times
   * @param reason the rule's reason, for display
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
   * The outcome of a trial without a usable result; the search continues.
   *
   * @param measurements the measurements, possibly none
   * @param account facts and times
   * @param cause the kind of failure
   * @param message a description of the failure, for display
   * @param trace the stack trace of the exception that caused it, or null
   */
  record Failed(
      List<Measurement> measurements,
      Account account,
      FailureCause cause,
      String message,
      @Nullable String trace)
      implements Outcome {
    /** Checks and copies. */
    public Failed {
      measurements = List.copyOf(measurements);
      Objects.requireNonNull(account);
      Objects.requireNonNull(cause);
      Objects.requireNonNull(message);
    }

    /** Creates a failure that no exception caused. */
    public Failed(
        List<Measurement> measurements, Account account, FailureCause cause, String message) {
      this(measurements, account, cause, message, null);
    }

    /** Returns a failure without measurements. */
    public static Failed of(FailureCause cause, String message) {
      return new Failed(List.of(), Account.empty(), cause, message);
    }
  }
}
