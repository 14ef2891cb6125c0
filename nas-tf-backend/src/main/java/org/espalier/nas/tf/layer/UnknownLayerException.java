package org.espalier.nas.tf.layer;

import org.espalier.nas.api.NasException;

/** There is no builder for a kind of layer. */
public final class UnknownLayerException extends NasException {
  private static final long serialVersionUID = 1L;

  /** Creates an error whose message names the kinds that are missing and those that there are. */
  public UnknownLayerException(String message) {
    super(message);
  }
}
