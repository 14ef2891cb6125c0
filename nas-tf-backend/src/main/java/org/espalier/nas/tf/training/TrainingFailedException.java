package org.espalier.nas.tf.training;

import org.espalier.nas.api.NasException;

/** A final training that ended without a model. */
public final class TrainingFailedException extends NasException {
  private static final long serialVersionUID = 1L;

  /** Creates an error whose message names the cause and a fix. */
  public TrainingFailedException(String message) {
    super(message);
  }
}
