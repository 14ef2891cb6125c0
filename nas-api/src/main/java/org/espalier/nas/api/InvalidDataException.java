package org.espalier.nas.api;

/** A data set cannot be read or used as it stands: a broken row, a missing file, a single class. */
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
