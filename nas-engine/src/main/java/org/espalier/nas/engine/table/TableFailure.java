package org.espalier.nas.engine.table;

import java.util.Objects;
import org.espalier.nas.api.trial.FailureCause;

/**
 * The failure of a training.
 *
 * @param cause the kind of failure
 * @param message the description of the failure
 */
public record TableFailure(FailureCause cause, String message) {

  /** Checks that both are present. */
  public TableFailure {
    Objects.requireNonNull(cause);
    Objects.requireNonNull(message);
  }
}
