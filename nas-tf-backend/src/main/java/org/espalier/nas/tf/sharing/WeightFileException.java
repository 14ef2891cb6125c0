package org.espalier.nas.tf.sharing;

import org.espalier.nas.api.NasException;

/** A file of weights cannot be written, or is not what it should be. */
public final class WeightFileException extends NasException {
  private static final long serialVersionUID = 1L;

  /** Creates an error whose message names the file and what is wrong with it. */
  public WeightFileException(String message) {
    super(message);
  }

  /** Creates an error with the exception that led to it. */
  public WeightFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
