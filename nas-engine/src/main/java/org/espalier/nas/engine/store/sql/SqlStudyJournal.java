package org.espalier.nas.engine.store.sql;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.espalier.nas.engine.store.AskEntry;
import org.espalier.nas.engine.store.ControllerSnapshot;
import org.espalier.nas.engine.store.RecordedAsk;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.engine.store.StoredSession;
import org.espalier.nas.engine.store.StoredTrial;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyExtension;
import org.espalier.nas.engine.store.StudyJournal;
import org.jdbi.v3.core.Handle;

/** Journal of a study in the tables of a database. */
public final class SqlStudyJournal implements StudyJournal {

  private final int study;
  private final StudyConnection connection;
  private final Statements statements;
  private final MetricIds metrics;
  private final TrialWriter writer;
  private volatile StudyDescription description;
  private boolean writing;
  private boolean flushNeeded;

  /**
   * Creates the journal of a stored study.
   *
   * @param study the study's id
   * @param connection closed with the journal
   */
  public SqlStudyJournal(int study, StudyConnection connection) {
    this.study = study;
    this.connection = connection;
    this.description = connection.read(handle -> reader(handle).description());
    this.statements = (sql, values) -> connection.statements().execute(sql, values);
    this.metrics = new MetricIds(statements, study, names());
    this.writer = new TrialWriter(statements, study, metrics);
  }

  private StudyReader reader(Handle handle) {
    return new StudyReader(handle, study);
  }

  private Map<Integer, String> names() {
    return connection.read(handle -> reader(handle).metrics());
  }

  @Override
  public StudyDescription description() {
    return description;
  }

  @Override
  public List<StoredTrial> trials() {
    return read(reader -> reader.trials());
  }

  @Override
  public List<StoredSession> sessions() {
    return read(reader -> reader.sessions());
  }

  @Override
  public Optional<ControllerSnapshot> snapshot() {
    return read(reader -> reader.snapshot());
  }

  @Override
  public List<RecordedAsk> asks() {
    return read(reader -> reader.asks());
  }

  @Override
  public List<SteeringEvent> steering() {
    return read(reader -> reader.steering());
  }

  private synchronized <T> T read(Function<StudyReader, T> work) {
    return guarded(() -> connection.read(handle -> work.apply(reader(handle))));
  }

  @Override
  public synchronized int beginSession(Instant at) {
    int number = sessions().size() + 1;
    write(
        () ->
            statements.execute(
                "INSERT INTO sessions (study_id, number, started_at) VALUES (?, ?, ?)",
                study,
                number,
                at.toEpochMilli()));
    return number;
  }

  @Override
  public void endSession(
      int session, Instant at, String ending, SortedMap<Integer, Map<String, Double>> diagnostics) {
    writeAndFlush(
        () -> {
          diagnostics.forEach(writer::diagnostics);
          statements.execute(
              "UPDATE sessions SET ended_at = ?, ending = ? WHERE study_id = ? AND number = ?",
              at.toEpochMilli(),
              ending,
              study,
              session);
        });
  }

  @Override
  public void asked(AskEntry entry) {
    write(
        () -> {
          for (Trial trial : entry.trials()) {
            writer.asked(trial, entry.at());
          }
          entry.asks().forEach(this::insert);
          entry.diagnostics().forEach(writer::diagnostics);
          ControllerSnapshot snapshot = entry.snapshot();
          if (snapshot != null) {
            replace(snapshot);
          }
        });
  }

  @Override
  public void extended(StudyExtension extension) {
    boolean asksChange = !asks().equals(extension.asks());
    int session = sessions().size() + 1;
    long at = extension.at().toEpochMilli();
    writeAndFlush(
        () -> {
          new DescriptionWriter(connection.handle()).replace(study, extension.description());
          if (asksChange) {
            statements.execute("DELETE FROM controller_snapshots WHERE study_id = ?", study);
            statements.execute("DELETE FROM asks WHERE study_id = ?", study);
            extension.asks().forEach(this::insert);
          }
          extension.trials().forEach(trial -> writer.asked(trial, extension.at()));
          statements.execute(
              "INSERT INTO sessions (study_id, number, started_at, ended_at, ending)"
                  + " VALUES (?, ?, ?, ?, ?)",
              study,
              session,
              at,
              at,
              StoredSession.EXTENDED);
        });
    description = extension.description();
  }

  @Override
  public void steered(SteeringEvent event) {
    writeAndFlush(() -> SteeringTable.write(statements, study, event));
  }

  private void insert(RecordedAsk ask) {
    statements.execute(
        "INSERT INTO asks (study_id, told, requested, proposed) VALUES (?, ?, ?, ?)",
        study,
        ask.told(),
        ask.requested(),
        ask.proposed());
  }

  private void replace(ControllerSnapshot snapshot) {
    statements.execute("DELETE FROM controller_snapshots WHERE study_id = ?", study);
    statements.execute(
        "INSERT INTO controller_snapshots (study_id, asked, told, bytes) VALUES (?, ?, ?, ?)",
        study,
        snapshot.asked(),
        snapshot.told(),
        Compression.compress(snapshot.bytes()));
  }

  @Override
  public void started(int trial, Instant at, String worker) {
    write(() -> writer.started(trial, at, worker));
  }

  @Override
  public void measured(int trial, Measurement measurement) {
    write(() -> writer.measured(trial, measurement));
  }

  @Override
  public void abandoned(int trial) {
    write(() -> writer.abandoned(trial));
  }

  @Override
  public void finished(TrialResult result, Instant at) {
    writeAndFlush(() -> writer.finished(result, at));
  }

  /** Flushes without the lock, so that others can write meanwhile. */
  @Override
  public void batch(Runnable calls) {
    boolean flush;
    synchronized (this) {
      write(calls);
      flush = flushNeeded && !writing;
      flushNeeded &= !flush;
    }
    if (flush) {
      guarded(
          () -> {
            connection.flush();
            return this;
          });
    }
  }

  private void writeAndFlush(Runnable work) {
    batch(
        () -> {
          flushNeeded = true;
          work.run();
        });
  }

  /** Writes in the transaction of this thread's batch, or in one of its own. */
  private synchronized void write(Runnable work) {
    guarded(
        () -> {
          if (writing) {
            work.run();
          } else {
            transact(work);
          }
          return this;
        });
  }

  private void transact(Runnable work) {
    writing = true;
    try {
      connection.transact(work, () -> flushNeeded, this::undo);
    } finally {
      writing = false;
    }
  }

  private void undo() {
    flushNeeded = false;
    metrics.reset(names());
  }

  private <T> T guarded(Supplier<T> work) {
    try {
      return work.get();
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      throw connection.error(e);
    }
  }

  @Override
  public synchronized void close() {
    connection.close();
  }
}
