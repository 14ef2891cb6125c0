package org.espalier.nas.engine.store;

import java.sql.SQLException;
import org.espalier.nas.api.NasException;

/** Error of the database, on its way to become a {@link StoreException}. */
final class SqlException extends NasException {
  private static final long serialVersionUID = 1L;

  SqlException(SQLException cause) {
    super(String.valueOf(cause.getMessage()), cause);
  }
}
