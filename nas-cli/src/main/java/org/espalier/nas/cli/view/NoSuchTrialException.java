package org.espalier.nas.cli.view;

import org.espalier.nas.api.NasException;

/** Thrown if a run has no trial of the requested number; the message names the existing ones. */
public final class NoSuchTrialException extends NasException {
  private static final long serialVersionUID = 1L;

  NoSuchTrialException(String message) {
    super(message);
  }
}
