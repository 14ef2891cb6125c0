package org.espalier.nas.engine.table;

import java.util.Objects;
import org.espalier.nas.api.trial.FailureCause;

/**
 * That a training failed.
 *
 * @param cause the kind of failure
 * @param message what happened, for a person
 */
public record TableFailure(FailureCause cause, String message) {

  /** Checks that both are there. */
  public TableFailure {
    Objects.requireNonNull(cause);
    Objects.requireNonNull(message);
  }
}
