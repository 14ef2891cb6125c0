package org.espalier.nas.tf.json;

import org.espalier.nas.api.NasException;

/** A text is not JSON as it is expected here. */
public final class MalformedJsonException extends NasException {
  private static final long serialVersionUID = 1L;

  /** Creates an error whose message says what was expected where. */
  public MalformedJsonException(String message) {
    super(message);
  }
}
