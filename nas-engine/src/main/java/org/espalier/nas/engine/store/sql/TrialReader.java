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
import java.util.SortedMap;
import java.util.TreeMap;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.StoredTrial;
import org.jspecify.annotations.Nullable;

/** Reader of a study's trials, and of the diagnostics after them. */
final class TrialReader {

  private final Rows rows;
  private final Map<Integer, String> names;

  /**
   * Creates the reader.
   *
   * @param names the names of metrics, facts and diagnostics by id
   */
  TrialReader(Rows rows, Map<Integer, String> names) {
    this.rows = rows;
    this.names = names;
  }

  /** Returns the trials of a range, in the order of their numbers. */
  List<StoredTrial> trials(TrialRange range) {
    Map<Integer, List<Measurement>> measurements = measurements(range);
    Map<Integer, Map<String, Double>> facts = numbers("facts", range);
    Map<Integer, Map<Phase, Duration>> times = times(range);
    Map<Integer, List<Double>> objectives = objectiveValues(range);
    SortedMap<Integer, StoredTrial> trials = new TreeMap<>();
    rows.each(
        "SELECT * FROM trials WHERE study_id = ?",
        "number",
        range,
        row -> {
          int number = row.getInt("number");
          Account account =
              Account.ofFigures(
                  facts.getOrDefault(number, Map.of()), times.getOrDefault(number, Map.of()));
          trials.put(
              number,
              stored(
                  row,
                  measurements.getOrDefault(number, List.of()),
                  account,
                  objectives.getOrDefault(number, List.of())));
        });
    return List.copyOf(trials.values());
  }

  /** Returns the controller's diagnostics after the tells of the trials of a range, by trial. */
  SortedMap<Integer, Map<String, Double>> diagnostics(TrialRange range) {
    return new TreeMap<>(numbers("diagnostics", range));
  }

  private static StoredTrial stored(
      ResultSet row, List<Measurement> measured, Account account, List<Double> objectives)
      throws SQLException {
    Trial trial = trial(row);
    Outcome outcome = outcome(row, measured, account);
    return new StoredTrial(
        trial,
        outcome == null
            ? null
            : new TrialResult(trial, outcome, Rows.real(row, "reward"), objectives),
        outcome == null ? measured : List.of(),
        row.getInt("attempts"),
        Instant.ofEpochMilli(row.getLong("asked_at")),
        Rows.instant(row, "started_at"),
        Rows.instant(row, "finished_at"),
        row.getString("worker"));
  }

  private static Trial trial(ResultSet row) throws SQLException {
    int parent = row.getInt("parent");
    return new Trial(
        row.getInt("number"),
        new Proposal(
            ArchitectureText.read(row.getString("choices")),
            new Fidelity(row.getInt("epochs"), row.getDouble("data_fraction")),
            parent == 0 ? null : parent,
            Rows.real(row, "predicted")),
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

  private Map<Integer, List<Measurement>> measurements(TrialRange range) {
    MeasurementRows measurements = new MeasurementRows(names);
    // The largest table: each column less to read saves a tenth of the time of the whole study.
    rows.each(
        "SELECT trial, step * CAST(4294967296 AS BIGINT) + metric, value FROM measurements"
            + " WHERE study_id = ?",
        "trial",
        range,
        " ORDER BY trial, step, metric",
        row -> {
          long stepAndMetric = row.getLong(2);
          measurements.add(
              row.getInt(1),
              (int) (stepAndMetric >> Integer.SIZE),
              (int) stepAndMetric,
              Rows.number(row, 3));
        });
    return measurements.byTrial();
  }

  private Map<Integer, Map<String, Double>> numbers(String table, TrialRange range) {
    Map<Integer, Map<String, Double>> byTrial = new HashMap<>();
    rows.each(
        "SELECT trial, metric, value FROM " + table + " WHERE study_id = ?",
        "trial",
        range,
        row ->
            byTrial
                .computeIfAbsent(row.getInt(1), trial -> new TreeMap<>())
                .put(name(row.getInt(2)), Rows.number(row, 3)));
    return byTrial;
  }

  private String name(int id) {
    return Objects.requireNonNull(names.get(id), "metric");
  }

  private Map<Integer, Map<Phase, Duration>> times(TrialRange range) {
    Map<Integer, Map<Phase, Duration>> byTrial = new HashMap<>();
    rows.each(
        "SELECT trial, phase, nanos FROM times WHERE study_id = ?",
        "trial",
        range,
        row ->
            byTrial
                .computeIfAbsent(row.getInt(1), trial -> new EnumMap<>(Phase.class))
                .put(Phase.valueOf(row.getString(2)), Duration.ofNanos(row.getLong(3))));
    return byTrial;
  }

  /** Returns the values of the objectives in the order of the objectives, by trial. */
  Map<Integer, List<Double>> objectiveValues(TrialRange range) {
    Map<Integer, SortedMap<Integer, Double>> byTrial = new HashMap<>();
    rows.each(
        "SELECT trial, objective, value FROM objective_values WHERE study_id = ?",
        "trial",
        range,
        row ->
            byTrial
                .computeIfAbsent(row.getInt(1), trial -> new TreeMap<>())
                .put(row.getInt(2), row.getDouble(3)));
    Map<Integer, List<Double>> values = new HashMap<>();
    byTrial.forEach((trial, ordered) -> values.put(trial, new ArrayList<>(ordered.values())));
    return values;
  }
}
