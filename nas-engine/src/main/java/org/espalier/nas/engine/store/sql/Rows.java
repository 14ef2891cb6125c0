package org.espalier.nas.engine.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one study in the tables of a database.
 *
 * @param handle the connection, whose transaction the callers hold
 * @param study the study's id, which is the first parameter of each statement
 */
record Rows(Handle handle, int study) {

  /** Reader of a row. */
  interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  Query query(String sql) {
    return handle.createQuery(sql).bind(0, study);
  }

  /** Reads all rows of a statement. */
  void each(String sql, RowReader reader) {
    each(query(sql), reader);
  }

  /** Reads the rows of the trials of a range, which is the end of the statement's condition. */
  void each(String sql, String column, TrialRange range, RowReader reader) {
    each(sql, column, range, "", reader);
  }

  /** Reads the rows of the trials of a range, in an order. */
  void each(String sql, String column, TrialRange range, String order, RowReader reader) {
    each(
        query(sql + " AND " + column + " BETWEEN ? AND ?" + order)
            .bind(1, range.first())
            .bind(2, range.last()),
        reader);
  }

  private static void each(Query query, RowReader reader) {
    query.scanResultSet(
        (rows, context) -> {
          try (ResultSet row = rows.get()) {
            while (row.next()) {
              reader.read(row);
            }
          }
          return reader;
        });
  }

  /** Returns a number, which is NaN if the column is NULL. */
  static double number(ResultSet row, int column) throws SQLException {
    double value = row.getDouble(column);
    // NULL reads as 0, and asking for it is as slow as reading.
    return value == 0 && row.wasNull() ? Double.NaN : value;
  }

  /** Returns a number, or null. */
  static @Nullable Double real(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }

  /** Returns a time, or null. */
  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }
}
