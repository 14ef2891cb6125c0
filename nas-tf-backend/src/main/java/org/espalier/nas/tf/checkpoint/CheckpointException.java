package org.espalier.nas.tf.checkpoint;

import org.espalier.nas.api.NasException;

/** A checkpoint cannot be written or read, or cannot be gone on from. */
public final class CheckpointException extends NasException {
  private static final long serialVersionUID = 1L;

  /** Creates an error whose message names the trial or file and what is wrong with it. */
  public CheckpointException(String message) {
    super(message);
  }

  /** Creates an error with the exception that led to it. */
  public CheckpointException(String message, Throwable cause) {
    super(message, cause);
  }
}
