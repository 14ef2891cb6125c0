package org.espalier.nas.cli.reference;

import org.espalier.nas.api.NasException;

/** Somebody named a component, or a kind of components, that is not there. */
public final class NoSuchComponentException extends NasException {
  private static final long serialVersionUID = 1L;

  NoSuchComponentException(String message) {
    super(message);
  }
}
