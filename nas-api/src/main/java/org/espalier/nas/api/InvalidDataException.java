package org.espalier.nas.api;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;

/** A data set that cannot be read or used: a broken row, a missing file, a single class. */
@API(status = MAINTAINED, since = "0.1")
public final class InvalidDataException extends NasException {
  private static final long serialVersionUID = 1L;

  /** Creates an error whose message names the file, the row and column where known, and a fix. */
  public InvalidDataException(String message) {
    super(message);
  }

  /** Creates an error with its cause. */
  public InvalidDataException(String message, Throwable cause) {
    super(message, cause);
  }
}
