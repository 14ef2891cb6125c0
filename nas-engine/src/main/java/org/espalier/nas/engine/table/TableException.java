package org.espalier.nas.engine.table;

import org.espalier.nas.api.NasException;

/** A file is no table, is damaged, or has a format that is not known here. */
public final class TableException extends NasException {
  private static final long serialVersionUID = 1L;

  /** Creates an error whose message names the file, what is wrong and what would mend it. */
  public TableException(String message) {
    super(message);
  }

  /** Creates an error with the exception that led to it. */
  public TableException(String message, Throwable cause) {
    super(message, cause);
  }
}
