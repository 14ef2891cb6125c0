package org.espalier.nas.engine.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.espalier.nas.engine.steering.SteeringText;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Table of the commands that a study has taken; the callers hold the transaction. */
final class SteeringTable {

  private SteeringTable() {}

  static void write(Statements statements, int study, SteeringEvent event) {
    statements.execute(
        "INSERT INTO steering (study_id, number, request, at, command, place, trial, refusal)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        study,
        event.number(),
        event.request(),
        event.at().toEpochMilli(),
        SteeringText.write(event.command()),
        event.place(),
        event.trial(),
        event.refusal());
  }

  /** Returns the commands in the order of their numbers. */
  static List<SteeringEvent> read(Handle handle, int study) {
    return handle
        .createQuery("SELECT * FROM steering WHERE study_id = ? ORDER BY number")
        .bind(0, study)
        .map((row, context) -> event(row))
        .list();
  }

  private static SteeringEvent event(ResultSet row) throws SQLException {
    return new SteeringEvent(
        row.getInt("number"),
        row.getString("request"),
        Instant.ofEpochMilli(row.getLong("at")),
        SteeringText.read(row.getString("command")),
        row.getInt("place"),
        whole(row, "trial"),
        row.getString("refusal"));
  }

  private static @Nullable Integer whole(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }
}
