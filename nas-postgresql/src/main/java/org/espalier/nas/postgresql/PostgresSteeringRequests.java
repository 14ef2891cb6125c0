package org.espalier.nas.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.espalier.nas.api.NasException;
import org.espalier.nas.engine.steering.SteeringRequest;
import org.espalier.nas.engine.steering.SteeringRequests;
import org.espalier.nas.engine.steering.SteeringText;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Requests to a study that wait in its database. */
final class PostgresSteeringRequests implements SteeringRequests {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresSteeringRequests.class);

  private final PostgresDatabase database;
  private final int study;

  /** Numbers of rows that are no requests, each of which is warned about once. */
  private final Set<Long> ignored = ConcurrentHashMap.newKeySet();

  /**
   * Creates the requests to a study.
   *
   * @param study the study's id
   */
  PostgresSteeringRequests(PostgresDatabase database, int study) {
    this.database = database;
    this.study = study;
  }

  @Override
  public void send(SteeringRequest request) {
    in(handle -> insert(handle, request));
  }

  private int insert(Handle handle, SteeringRequest request) {
    // Two processes would take the same number.
    handle.execute("LOCK TABLE steering_requests IN SHARE ROW EXCLUSIVE MODE");
    return handle.execute(
        """
        INSERT INTO steering_requests (study_id, number, id, at, command, place)
        SELECT ?, COALESCE(MAX(number), 0) + 1, ?, ?, ?, CAST(? AS INTEGER)
        FROM steering_requests WHERE study_id = ?
        ON CONFLICT (study_id, id) DO NOTHING
        """,
        study,
        request.id(),
        request.at().toEpochMilli(),
        SteeringText.write(request.command()),
        request.place(),
        study);
  }

  @Override
  public List<SteeringRequest> waiting() {
    return in(
        handle ->
            handle
                .createQuery(
                    "SELECT id, at, command, place, number FROM steering_requests"
                        + " WHERE study_id = ? ORDER BY number")
                .bind(0, study)
                .map((row, context) -> request(row))
                .stream()
                .flatMap(Optional::stream)
                .toList());
  }

  private Optional<SteeringRequest> request(ResultSet row) throws SQLException {
    int number = row.getInt(4);
    Integer place = row.wasNull() ? null : number;
    try {
      return Optional.of(
          new SteeringRequest(
              row.getString(1),
              Instant.ofEpochMilli(row.getLong(2)),
              SteeringText.read(row.getString(3)),
              place));
    } catch (NasException | IllegalArgumentException damaged) {
      if (ignored.add(row.getLong(5))) {
        LOG.warn(
            "Row (study_id {}, number {}) of steering_requests in {} is no request, and is ignored: {}. Delete it.",
            study,
            row.getLong(5),
            database.url(),
            damaged.getMessage());
      }
      return Optional.empty();
    }
  }

  @Override
  public void remove(String id) {
    in(
        handle ->
            handle.execute(
                "DELETE FROM steering_requests WHERE study_id = ? AND id = ?", study, id));
  }

  /** Each look is a connection. */
  @Override
  public Duration pause() {
    return Duration.ofSeconds(1);
  }

  private <T> T in(Function<Handle, T> work) {
    try (Handle handle = database.connect()) {
      return handle.inTransaction(work::apply);
    } catch (RuntimeException e) {
      throw PostgresErrors.of(database.url(), e);
    }
  }
}
