package org.espalier.nas.engine.table;

import org.espalier.nas.api.NasException;

/** Thrown if a file is not a table, is damaged, or has an unknown format. */
public final class TableException extends NasException {
  private static final long serialVersionUID = 1L;

  /** Creates an error whose message names the file, the problem and a way to fix it. */
  public TableException(String message) {
    super(message);
  }

  /** Creates an error with its cause. */
  public TableException(String message, Throwable cause) {
    super(message, cause);
  }
}
