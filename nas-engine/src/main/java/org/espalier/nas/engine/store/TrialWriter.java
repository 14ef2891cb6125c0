package org.espalier.nas.engine.store;

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
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The statements that put trials into the tables; callers hold the transaction. */
final class TrialWriter {

  private final Handle handle;

  TrialWriter(Handle handle) {
    this.handle = handle;
  }

  void asked(List<Trial> trials, Instant at) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO trials (number, architecture, choices, epochs, data_fraction, parent,
              predicted, seed, informed_by, state, attempts, asked_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'ASKED', 0, ?)
            """);
    for (Trial trial : trials) {
      Proposal proposal = trial.proposal();
      batch.add(
          trial.number(),
          proposal.architecture().toString(),
          ArchitectureText.write(proposal.architecture()),
          proposal.fidelity().epochs(),
          proposal.fidelity().dataFraction(),
          proposal.parent(),
          proposal.predicted(),
          trial.seed(),
          trial.informedBy(),
          at.toEpochMilli());
    }
    batch.execute();
  }

  void started(int trial, Instant at) {
    handle.execute(
        "UPDATE trials SET attempts = attempts + 1, started_at = ? WHERE number = ?",
        at.toEpochMilli(),
        trial);
  }

  void abandoned(int trial) {
    handle.execute("UPDATE trials SET attempts = attempts - 1 WHERE number = ?", trial);
  }

  void finished(TrialResult result, Instant at) {
    int trial = result.trial().number();
    Outcome outcome = result.outcome();
    handle.execute(
        "UPDATE trials SET state = ?, cause = ?, message = ?, reward = ?, finished_at = ?"
            + " WHERE number = ?",
        state(outcome),
        outcome instanceof Outcome.Failed failed ? failed.cause().name() : null,
        message(outcome),
        result.value(),
        at.toEpochMilli(),
        trial);
    measurements(trial, outcome.measurements());
    account(trial, outcome.account());
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

  private void measurements(int trial, List<Measurement> measurements) {
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO measurements (trial, step, metric, value) VALUES (?, ?, ?, ?)");
    for (Measurement measurement : measurements) {
      measurement
          .metrics()
          .forEach((name, value) -> batch.add(trial, measurement.step(), name, number(value)));
      if (measurement.metrics().isEmpty()) {
        batch.add(trial, measurement.step(), "", null);
      }
    }
    execute(batch);
  }

  private void account(int trial, Account account) {
    numbers("facts", trial, account.facts());
    PreparedBatch batch =
        handle.prepareBatch("INSERT INTO times (trial, phase, nanos) VALUES (?, ?, ?)");
    for (Map.Entry<Phase, Duration> time : account.times().entrySet()) {
      batch.add(trial, time.getKey().name(), time.getValue().toNanos());
    }
    execute(batch);
  }

  /** Replaces what was said after the same tell before the process died. */
  void diagnostics(int trial, Map<String, Double> values) {
    handle.execute("DELETE FROM diagnostics WHERE trial = ?", trial);
    numbers("diagnostics", trial, values);
  }

  private void numbers(String table, int trial, Map<String, Double> values) {
    PreparedBatch batch =
        handle.prepareBatch("INSERT INTO " + table + " (trial, name, value) VALUES (?, ?, ?)");
    values.forEach((name, value) -> batch.add(trial, name, number(value)));
    execute(batch);
  }

  /** SQLite knows no NaN. */
  private static @Nullable Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private static void execute(PreparedBatch batch) {
    if (batch.size() > 0) {
      batch.execute();
    } else {
      batch.close();
    }
  }
}
