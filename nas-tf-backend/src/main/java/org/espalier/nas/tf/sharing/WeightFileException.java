package org.espalier.nas.tf.sharing;

import org.espalier.nas.api.NasException;

/** Error of a file of weights that cannot be written or read, or is damaged. */
public final class WeightFileException extends NasException {
  /** End of the message about a damaged file. */
  static final String WAY_OUT = "Restore the file from a copy, or run the search anew.";

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
