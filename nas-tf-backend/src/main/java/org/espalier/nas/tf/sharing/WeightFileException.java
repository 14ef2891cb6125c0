package org.espalier.nas.tf.sharing;

import org.espalier.nas.api.NasException;

/** A file of weights that is missing or damaged. */
public final class WeightFileException extends NasException {
  /** End of the message about a damaged file. */
  static final String WAY_OUT = "Restore the file from a copy, or run the search anew.";

  private static final long serialVersionUID = 1L;

  /** Creates an error whose message names the file and the fault. */
  public WeightFileException(String message) {
    super(message);
  }

  /** Creates an error with its cause. */
  public WeightFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
