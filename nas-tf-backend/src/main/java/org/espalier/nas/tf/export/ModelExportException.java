package org.espalier.nas.tf.export;

import org.espalier.nas.api.NasException;

/** A model that cannot be exported, or whose export does not reproduce its predictions. */
public final class ModelExportException extends NasException {
  private static final long serialVersionUID = 1L;

  /** Creates an error whose message names the folder and the fault. */
  public ModelExportException(String message) {
    super(message);
  }

  /** Creates an error with its cause. */
  public ModelExportException(String message, Throwable cause) {
    super(message, cause);
  }
}
