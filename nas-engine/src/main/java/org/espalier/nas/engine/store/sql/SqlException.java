package org.espalier.nas.engine.store.sql;

import java.sql.SQLException;
import org.espalier.nas.api.NasException;

/** Error of the database, on its way to become a {@link StoreException}. */
public final class SqlException extends NasException {
  private static final long serialVersionUID = 1L;

  public SqlException(SQLException cause) {
    super(String.valueOf(cause.getMessage()), cause);
  }
}
