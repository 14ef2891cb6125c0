package org.espalier.nas.api;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;

/**
 * Root of the errors that Espalier and its plugins throw on purpose; the message suggests a fix.
 */
@API(status = MAINTAINED, since = "0.1")
public class NasException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates an error whose message names the fault, the value and a fix. */
  public NasException(String message) {
    super(message);
  }

  /** Creates an error with its cause. */
  public NasException(String message, Throwable cause) {
    super(message, cause);
  }
}
