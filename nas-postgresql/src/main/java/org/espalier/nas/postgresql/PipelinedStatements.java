package org.espalier.nas.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.espalier.nas.engine.store.sql.SqlException;
import org.espalier.nas.engine.store.sql.Statements;
import org.jspecify.annotations.Nullable;

/**
 * Statements that wait for the end of their transaction, so that all of them take one journey to
 * the server and back; not safe for threads.
 */
final class PipelinedStatements implements Statements {

  /** The driver prepares one statement for each list of texts. */
  private static final int MOST_AT_ONCE = 64;

  private final Connection connection;
  private final List<Call> waiting = new ArrayList<>();

  PipelinedStatements(Connection connection) {
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
   * @return true if the last statement returned a row
   * @throws SqlException if the database refuses any of it
   */
  boolean send() {
    boolean row = false;
    try {
      for (int from = 0; from < waiting.size(); from += MOST_AT_ONCE) {
        row = send(waiting.subList(from, Math.min(waiting.size(), from + MOST_AT_ONCE)));
      }
      return row;
    } catch (SQLException e) {
      throw new SqlException(e);
    } finally {
      waiting.clear();
    }
  }

  private boolean send(List<Call> calls) throws SQLException {
    String sql = calls.stream().map(Call::sql).collect(Collectors.joining(";"));
    // The driver keeps what it prepared, by its text.
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int parameter = 1;
      for (Call call : calls) {
        for (Object value : call.values()) {
          statement.setObject(parameter++, storable(value));
        }
      }
      return lastHasRow(statement, statement.execute());
    }
  }

  private static boolean lastHasRow(PreparedStatement statement, boolean firstHasRows)
      throws SQLException {
    boolean rows = firstHasRows;
    boolean row = false;
    while (rows || statement.getUpdateCount() >= 0) {
      row = false;
      if (rows) {
        try (ResultSet result = statement.getResultSet()) {
          row = result.next();
        }
      }
      rows = statement.getMoreResults();
    }
    return row;
  }

  /** PostgreSQL keeps no text with the character 0. */
  private static @Nullable Object storable(@Nullable Object value) {
    return value instanceof String text ? text.replace('\0', '\uFFFD') : value;
  }

  /** Forgets what waits, after a transaction failed. */
  void clear() {
    waiting.clear();
  }
}
