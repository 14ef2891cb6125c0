package org.espalier.nas.engine.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.espalier.nas.engine.store.ControllerSnapshot;
import org.espalier.nas.engine.store.RecordedAsk;
import org.espalier.nas.engine.store.StoredSession;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StoredTrial;
import org.espalier.nas.engine.store.StudyDescription;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reader of a study's tables; its callers hold the transaction. */
public final class StudyReader {

  private final Handle handle;
  private final int study;

  public StudyReader(Handle handle, int study) {
    this.handle = handle;
    this.study = study;
  }

  /** Returns the id of the study of a key; empty if there is none. */
  public static Optional<Integer> id(Handle handle, String key) {
    return handle
        .createQuery("SELECT id FROM studies WHERE key = ?")
        .bind(0, key)
        .mapTo(Integer.class)
        .findOne();
  }

  /** Returns the keys of all studies, the oldest first. */
  public static List<String> keys(Handle handle) {
    return handle.createQuery("SELECT key FROM studies ORDER BY id").mapTo(String.class).list();
  }

  public StoredStudy study(String key) {
    return new StoredStudy(key, description(), sessions(), trials(), diagnostics(), steering());
  }

  public StudyDescription description() {
    Map<String, String> provenance = new TreeMap<>();
    each(
        "SELECT name, value FROM provenance WHERE study_id = ?",
        row -> provenance.put(row.getString(1), row.getString(2)));
    List<Objective> objectives = objectives();
    return query("SELECT name, seed, yaml, created_at FROM studies WHERE id = ?")
        .map(
            (row, context) ->
                new StudyDescription(
                    row.getString(1),
                    row.getLong(2),
                    row.getString(3),
                    provenance,
                    objectives,
                    Instant.ofEpochMilli(row.getLong(4))))
        .one();
  }

  private List<Objective> objectives() {
    return query(
            "SELECT name, direction, unit, reference, reproducible FROM objectives"
                + " WHERE study_id = ? ORDER BY number")
        .map(
            (row, context) ->
                new Objective(
                    row.getString(1),
                    Direction.valueOf(row.getString(2)),
                    row.getString(3),
                    real(row, "reference"),
                    row.getInt(5) != 0))
        .list();
  }

  private Map<Integer, List<Double>> objectiveValues() {
    Map<Integer, List<Double>> byTrial = new HashMap<>();
    each(
        "SELECT trial, value FROM objective_values WHERE study_id = ? ORDER BY trial, objective",
        row ->
            byTrial
                .computeIfAbsent(row.getInt(1), trial -> new ArrayList<>())
                .add(row.getDouble(2)));
    return byTrial;
  }

  private Query query(String sql) {
    return handle.createQuery(sql).bind(0, study);
  }

  List<StoredSession> sessions() {
    return query(
            "SELECT number, started_at, ended_at, ending FROM sessions WHERE study_id = ?"
                + " ORDER BY number")
        .map(
            (row, context) ->
                new StoredSession(
                    row.getInt(1),
                    Instant.ofEpochMilli(row.getLong(2)),
                    instant(row, 3),
                    row.getString(4)))
        .list();
  }

  List<SteeringEvent> steering() {
    return SteeringTable.read(handle, study);
  }

  List<RecordedAsk> asks() {
    return query("SELECT told, requested, proposed FROM asks WHERE study_id = ? ORDER BY told")
        .map((row, context) -> new RecordedAsk(row.getInt(1), row.getInt(2), row.getInt(3)))
        .list();
  }

  Optional<ControllerSnapshot> snapshot() {
    return query("SELECT asked, told, bytes FROM controller_snapshots WHERE study_id = ?")
        .map(
            (row, context) ->
                new ControllerSnapshot(
                    row.getInt(1), row.getInt(2), Compression.decompress(row.getBytes(3))))
        .findOne();
  }

  /** The names of metrics, facts and diagnostics by id. */
  Map<Integer, String> metrics() {
    Map<Integer, String> names = new HashMap<>();
    each(
        "SELECT id, name FROM metrics WHERE study_id = ?",
        row -> names.put(row.getInt(1), row.getString(2)));
    return names;
  }

  /** The controller's diagnostics after each tell, by trial. */
  SortedMap<Integer, Map<String, Double>> diagnostics() {
    return new TreeMap<>(numbers("diagnostics", metrics()));
  }

  List<StoredTrial> trials() {
    Map<Integer, String> names = metrics();
    Map<Integer, SortedMap<Integer, Map<String, Double>>> measurements = measurements(names);
    Map<Integer, Map<String, Double>> facts = numbers("facts", names);
    Map<Integer, Map<Phase, Duration>> times = times();
    Map<Integer, List<Double>> objectives = objectiveValues();
    return query("SELECT * FROM trials WHERE study_id = ? ORDER BY number")
        .map(
            (row, context) -> {
              int number = row.getInt("number");
              List<Measurement> measured =
                  measurements.getOrDefault(number, new TreeMap<>()).entrySet().stream()
                      .map(step -> new Measurement(step.getKey(), step.getValue()))
                      .toList();
              Account account =
                  Account.ofFigures(
                      facts.getOrDefault(number, Map.of()), times.getOrDefault(number, Map.of()));
              return stored(
                  row, trial(row), measured, account, objectives.getOrDefault(number, List.of()));
            })
        .list();
  }

  private static StoredTrial stored(
      ResultSet row,
      Trial trial,
      List<Measurement> measured,
      Account account,
      List<Double> objectives)
      throws SQLException {
    Outcome outcome = outcome(row, measured, account);
    return new StoredTrial(
        trial,
        outcome == null ? null : new TrialResult(trial, outcome, real(row, "reward"), objectives),
        outcome == null ? measured : List.of(),
        row.getInt("attempts"),
        Instant.ofEpochMilli(row.getLong("asked_at")),
        instant(row, row.findColumn("started_at")),
        instant(row, row.findColumn("finished_at")));
  }

  private static Trial trial(ResultSet row) throws SQLException {
    int parent = row.getInt("parent");
    return new Trial(
        row.getInt("number"),
        new Proposal(
            ArchitectureText.read(row.getString("choices")),
            new Fidelity(row.getInt("epochs"), row.getDouble("data_fraction")),
            parent == 0 ? null : parent,
            real(row, "predicted")),
        row.getLong("seed"),
        row.getInt("informed_by"));
  }

  private static @Nullable Outcome outcome(
      ResultSet row, List<Measurement> measured, Account account) throws SQLException {
    String state = row.getString("state");
    return switch (state) {
      case "ASKED" -> null;
      case "COMPLETED" -> new Outcome.Completed(measured, account);
      case "STOPPED" -> new Outcome.Stopped(measured, account, row.getString("message"));
      case "FAILED" ->
          new Outcome.Failed(
              measured,
              account,
              FailureCause.valueOf(row.getString("cause")),
              row.getString("message"),
              row.getString("trace"));
      default -> throw new IllegalArgumentException("Unknown state of a trial: " + state);
    };
  }

  private Map<Integer, SortedMap<Integer, Map<String, Double>>> measurements(
      Map<Integer, String> names) {
    Map<Integer, SortedMap<Integer, Map<String, Double>>> byTrial = new HashMap<>();
    each(
        "SELECT trial, step, metric, value FROM measurements WHERE study_id = ?",
        row -> {
          Map<String, Double> metrics =
              byTrial
                  .computeIfAbsent(row.getInt(1), trial -> new TreeMap<>())
                  .computeIfAbsent(row.getInt(2), step -> new TreeMap<>());
          String name = name(names, row.getInt(3));
          if (!name.isEmpty()) {
            metrics.put(name, number(row, 4));
          }
        });
    return byTrial;
  }

  private Map<Integer, Map<String, Double>> numbers(String table, Map<Integer, String> names) {
    Map<Integer, Map<String, Double>> byTrial = new HashMap<>();
    each(
        "SELECT trial, metric, value FROM " + table + " WHERE study_id = ?",
        row ->
            byTrial
                .computeIfAbsent(row.getInt(1), trial -> new TreeMap<>())
                .put(name(names, row.getInt(2)), number(row, 3)));
    return byTrial;
  }

  private static String name(Map<Integer, String> names, int id) {
    return Objects.requireNonNull(names.get(id), "metric");
  }

  private Map<Integer, Map<Phase, Duration>> times() {
    Map<Integer, Map<Phase, Duration>> byTrial = new HashMap<>();
    each(
        "SELECT trial, phase, nanos FROM times WHERE study_id = ?",
        row ->
            byTrial
                .computeIfAbsent(row.getInt(1), trial -> new EnumMap<>(Phase.class))
                .put(Phase.valueOf(row.getString(2)), Duration.ofNanos(row.getLong(3))));
    return byTrial;
  }

  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  private void each(String sql, RowReader reader) {
    query(sql)
        .scanResultSet(
            (rows, context) -> {
              try (ResultSet row = rows.get()) {
                while (row.next()) {
                  reader.read(row);
                }
              }
              return sql;
            });
  }

  private static double number(ResultSet row, int column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? Double.NaN : value;
  }

  private static @Nullable Double real(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }
}
