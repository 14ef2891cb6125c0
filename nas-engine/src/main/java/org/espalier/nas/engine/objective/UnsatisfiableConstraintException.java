package org.espalier.nas.engine.objective;

import java.io.Serial;
import org.espalier.nas.api.NasException;

/** The error of constraints that no network of the search space fulfils. */
public final class UnsatisfiableConstraintException extends NasException {
  @Serial private static final long serialVersionUID = 1L;

  UnsatisfiableConstraintException(String message) {
    super(message);
  }
}
