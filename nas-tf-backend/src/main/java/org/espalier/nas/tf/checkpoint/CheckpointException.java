package org.espalier.nas.tf.checkpoint;

import org.espalier.nas.api.NasException;

/** A checkpoint that cannot be written, read or resumed from. */
public final class CheckpointException extends NasException {
  private static final long serialVersionUID = 1L;

  /** Creates an error whose message names the trial or file and the fault. */
  public CheckpointException(String message) {
    super(message);
  }

  /** Creates an error with its cause. */
  public CheckpointException(String message, Throwable cause) {
    super(message, cause);
  }
}
