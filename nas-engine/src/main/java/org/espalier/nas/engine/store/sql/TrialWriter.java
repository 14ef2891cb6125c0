package org.espalier.nas.engine.store.sql;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.jspecify.annotations.Nullable;

/** Writer of a study's trials; its callers hold the transaction. */
final class TrialWriter {

  private final Statements statements;
  private final int study;
  private final MetricIds metrics;

  TrialWriter(Statements statements, int study, MetricIds metrics) {
    this.statements = statements;
    this.study = study;
    this.metrics = metrics;
  }

  void asked(Trial trial, Instant at) {
    Proposal proposal = trial.proposal();
    statements.execute(
        """
        INSERT INTO trials (study_id, number, architecture, choices, epochs, data_fraction, parent,
          predicted, seed, informed_by, state, attempts, asked_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'ASKED', 0, ?)
        """,
        study,
        trial.number(),
        proposal.architecture().toString(),
        ArchitectureText.write(proposal.architecture()),
        proposal.fidelity().epochs(),
        proposal.fidelity().dataFraction(),
        proposal.continuedTrial(),
        proposal.predicted(),
        trial.seed(),
        trial.informedBy(),
        at.toEpochMilli());
  }

  void started(int trial, Instant at, String worker) {
    removeMeasurements(trial);
    statements.execute(
        "UPDATE trials SET attempts = attempts + 1, started_at = ?, worker = ?"
            + " WHERE study_id = ? AND number = ?",
        at.toEpochMilli(),
        worker,
        study,
        trial);
  }

  void abandoned(int trial) {
    statements.execute(
        "UPDATE trials SET attempts = attempts - 1 WHERE study_id = ? AND number = ?",
        study,
        trial);
  }

  void finished(TrialResult result, Instant at) {
    int trial = result.trial().number();
    Outcome outcome = result.outcome();
    statements.execute(
        "UPDATE trials SET state = ?, cause = ?, message = ?, trace = ?, reward = ?, finished_at = ?"
            + " WHERE study_id = ? AND number = ?",
        state(outcome),
        outcome instanceof Outcome.Failed failed ? failed.cause().name() : null,
        message(outcome),
        outcome instanceof Outcome.Failed failed ? failed.trace() : null,
        result.value(),
        at.toEpochMilli(),
        study,
        trial);
    removeMeasurements(trial);
    outcome.measurements().forEach(measurement -> measured(trial, measurement));
    account(trial, outcome.account());
    objectives(trial, result.objectives());
  }

  private void objectives(int trial, List<Double> values) {
    for (int i = 0; i < values.size(); i++) {
      statements.execute(
          "INSERT INTO objective_values (study_id, trial, objective, value) VALUES (?, ?, ?, ?)",
          study,
          trial,
          i + 1,
          values.get(i));
    }
  }

  private static String state(Outcome outcome) {
    if (outcome instanceof Outcome.Completed) {
      return "COMPLETED";
    }
    return outcome instanceof Outcome.Stopped ? "STOPPED" : "FAILED";
  }

  private static @Nullable String message(Outcome outcome) {
    if (outcome instanceof Outcome.Stopped stopped) {
      return stopped.reason();
    }
    return outcome instanceof Outcome.Failed failed ? failed.message() : null;
  }

  private void removeMeasurements(int trial) {
    statements.execute("DELETE FROM measurements WHERE study_id = ? AND trial = ?", study, trial);
  }

  void measured(int trial, Measurement measurement) {
    measurement.metrics().forEach((name, value) -> measured(trial, measurement, name, value));
    if (measurement.metrics().isEmpty()) {
      measured(trial, measurement, "", Double.NaN);
    }
  }

  private void measured(int trial, Measurement measurement, String metric, double value) {
    statements.execute(
        "INSERT INTO measurements (study_id, trial, step, metric, value) VALUES (?, ?, ?, ?, ?)"
            + " ON CONFLICT (study_id, trial, step, metric) DO UPDATE SET value = excluded.value",
        study,
        trial,
        measurement.step(),
        metrics.of(metric),
        number(value));
  }

  private void account(int trial, Account account) {
    account.figures().forEach((name, value) -> number("facts", trial, name, value));
    for (Map.Entry<Phase, Duration> time : account.times().entrySet()) {
      statements.execute(
          "INSERT INTO times (study_id, trial, phase, nanos) VALUES (?, ?, ?, ?)",
          study,
          trial,
          time.getKey().name(),
          time.getValue().toNanos());
    }
  }

  /** Replaces the diagnostics after a tell, which are stored already if it was repeated. */
  void diagnostics(int trial, Map<String, Double> values) {
    statements.execute("DELETE FROM diagnostics WHERE study_id = ? AND trial = ?", study, trial);
    values.forEach((name, value) -> number("diagnostics", trial, name, value));
  }

  private void number(String table, int trial, String name, double value) {
    statements.execute(
        "INSERT INTO " + table + " (study_id, trial, metric, value) VALUES (?, ?, ?, ?)",
        study,
        trial,
        metrics.of(name),
        number(value));
  }

  /** SQLite cannot store NaN. */
  private static @Nullable Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
