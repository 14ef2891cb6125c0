package org.espalier.nas.cli.view;

import org.espalier.nas.api.NasException;

/** A run has no trial of the number that somebody asked for; the message names those it has. */
public final class NoSuchTrialException extends NasException {
  private static final long serialVersionUID = 1L;

  NoSuchTrialException(String message) {
    super(message);
  }
}
