package org.espalier.nas.tf.export;

import org.espalier.nas.api.NasException;

/** A model cannot be exported, or what was exported does not give the model's predictions. */
public final class ModelExportException extends NasException {
  private static final long serialVersionUID = 1L;

  /** Creates an error whose message names the folder and what is wrong. */
  public ModelExportException(String message) {
    super(message);
  }

  /** Creates an error with the exception that led to it. */
  public ModelExportException(String message, Throwable cause) {
    super(message, cause);
  }
}
