package org.espalier.nas.engine.remote;

import org.espalier.nas.api.NasException;

/** An error in a worker, for which no trial is to blame. */
public final class RemoteException extends NasException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message description of the error and of its place
   */
  public RemoteException(String message) {
    super(message);
  }

  /** Creates the exception with its cause in this process. */
  public RemoteException(String message, Throwable cause) {
    super(message, cause);
  }
}
