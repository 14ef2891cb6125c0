package org.espalier.nas.tf.training;

import org.espalier.nas.api.NasException;

/** The final training of an architecture ended without a model. */
public final class TrainingFailedException extends NasException {
  private static final long serialVersionUID = 1L;

  /** Creates an error whose message says what happened and what would mend it. */
  public TrainingFailedException(String message) {
    super(message);
  }
}
