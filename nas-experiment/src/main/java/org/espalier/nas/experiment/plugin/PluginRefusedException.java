package org.espalier.nas.experiment.plugin;

import org.espalier.nas.api.NasException;

/** Thrown if a plugin is invalid, so that nothing of it is used. */
final class PluginRefusedException extends NasException {
  private static final long serialVersionUID = 1L;

  PluginRefusedException(String reason) {
    super(reason);
  }

  PluginRefusedException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
