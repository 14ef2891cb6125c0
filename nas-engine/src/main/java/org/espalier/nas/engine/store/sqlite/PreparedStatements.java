package org.espalier.nas.engine.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.espalier.nas.engine.store.sql.SqlException;
import org.espalier.nas.engine.store.sql.Statements;
import org.jspecify.annotations.Nullable;

/** Prepared statements of a connection, each kept for the next use; not safe for threads. */
final class PreparedStatements implements Statements, AutoCloseable {

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  PreparedStatements(Connection connection) {
    this.connection = connection;
  }

  @Override
  public void execute(String sql, @Nullable Object... values) {
    try {
      PreparedStatement statement = prepared.get(sql);
      if (statement == null) {
        statement = connection.prepareStatement(sql);
        prepared.put(sql, statement);
      }
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new SqlException(e);
    }
  }

  /**
   * Does work in a transaction; rolls it back if the work or its commit fails.
   *
   * @throws SqlException if the database refuses the transaction
   */
  void transact(Runnable work) {
    try {
      connection.setAutoCommit(false);
      work.run();
      // The method commit would begin the next transaction, and with it lock the database, at once.
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      rollBack(e);
      throw new SqlException(e);
    } catch (RuntimeException | Error e) {
      rollBack(e);
      throw e;
    }
  }

  private void rollBack(Throwable cause) {
    try (Statement statement = connection.createStatement()) {
      // A commit that fails leaves its transaction open, although the driver is in this mode again.
      if (connection.getAutoCommit()) {
        statement.execute("ROLLBACK");
      } else {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException alsoFailed) {
      cause.addSuppressed(alsoFailed);
    }
  }

  @Override
  public void close() {
    for (PreparedStatement statement : prepared.values()) {
      try {
        statement.close();
      } catch (SQLException e) {
        throw new SqlException(e);
      }
    }
  }
}
