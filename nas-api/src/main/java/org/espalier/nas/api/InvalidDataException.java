package org.espalier.nas.api;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;

/** A data set cannot be read or used as it stands: a broken row, a missing file, a single class. */
@API(status = MAINTAINED, since = "0.1")
public final class InvalidDataException extends NasException {
  private static final long serialVersionUID = 1L;

  /** Creates an error whose message names the file, the row and column where known, and a mend. */
  public InvalidDataException(String message) {
    super(message);
  }

  /** Creates an error with the exception that led to it. */
  public InvalidDataException(String message, Throwable cause) {
    super(message, cause);
  }
}
