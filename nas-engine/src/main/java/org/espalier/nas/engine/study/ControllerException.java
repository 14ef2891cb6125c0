package org.espalier.nas.engine.study;

import org.espalier.nas.api.NasException;

/** Error of a controller's call; trials finished before are stored. */
public final class ControllerException extends NasException {
  private static final long serialVersionUID = 1L;

  ControllerException(String call, int told, Throwable cause) {
    super(
        "The controller failed in %s, after %s: %s"
            .formatted(call, told == 0 ? "the start" : "trial " + told + " was told", text(cause)),
        cause);
  }

  private static String text(Throwable cause) {
    return cause instanceof NasException
        ? String.valueOf(cause.getMessage())
        : cause.toString().replaceFirst("\\.$", "") + ".";
  }
}
