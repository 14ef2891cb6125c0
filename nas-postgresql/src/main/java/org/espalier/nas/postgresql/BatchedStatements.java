package org.espalier.nas.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.engine.store.sql.SqlException;
import org.espalier.nas.engine.store.sql.Statements;
import org.jspecify.annotations.Nullable;

/**
 * Statements that wait for the end of their transaction, so that several of one text take one
 * journey to the server and back; not safe for threads.
 */
final class BatchedStatements implements Statements {

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private final List<Call> waiting = new ArrayList<>();

  BatchedStatements(Connection connection) {
    this.connection = connection;
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Call(String sql, @Nullable Object[] values) {}

  @Override
  public void execute(String sql, @Nullable Object... values) {
    waiting.add(new Call(sql, values.clone()));
  }

  /**
   * Sends all that waits, in order.
   *
   * @throws SqlException if the database refuses any of it
   */
  void send() {
    try {
      int next = 0;
      while (next < waiting.size()) {
        next = sendAlike(next);
      }
    } catch (SQLException e) {
      throw new SqlException(e);
    } finally {
      waiting.clear();
    }
  }

  /** Sends a statement and those of the same text after it; returns the place of the next one. */
  private int sendAlike(int first) throws SQLException {
    String sql = waiting.get(first).sql();
    PreparedStatement statement = prepared(sql);
    int next = first;
    while (next < waiting.size() && waiting.get(next).sql().equals(sql)) {
      bind(statement, waiting.get(next).values());
      statement.addBatch();
      next++;
    }
    statement.executeBatch();
    return next;
  }

  private PreparedStatement prepared(String sql) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    return statement;
  }

  private static void bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      // PostgreSQL keeps no text with the character 0.
      statement.setObject(
          i + 1, value instanceof String text ? text.replace('\0', '\uFFFD') : value);
    }
  }

  /** Forgets what waits, after a transaction failed. */
  void clear() {
    waiting.clear();
  }
}
