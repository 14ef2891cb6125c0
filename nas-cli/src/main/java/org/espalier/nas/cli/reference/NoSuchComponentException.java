package org.espalier.nas.cli.reference;

import org.espalier.nas.api.NasException;

/** Thrown if a component, or a kind of components, does not exist. */
public final class NoSuchComponentException extends NasException {
  private static final long serialVersionUID = 1L;

  NoSuchComponentException(String message) {
    super(message);
  }
}
