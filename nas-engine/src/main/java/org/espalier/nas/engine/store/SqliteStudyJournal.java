package org.espalier.nas.engine.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.jdbi.v3.core.Handle;

/** Journal of a study in an SQLite file. */
final class SqliteStudyJournal implements StudyJournal {

  private final Path file;
  private final int study;
  private final StudyLock lock;
  private final Handle handle;
  private final WalSync log;
  private final Statements statements;
  private final MetricIds metrics;
  private final TrialWriter writer;
  private volatile StudyDescription description;
  private boolean flushNeeded;

  /**
   * Creates the journal of a stored study; the lock and the handle are closed with it.
   *
   * @throws IOException if the database has no write-ahead log
   */
  SqliteStudyJournal(Path file, int study, StudyLock lock, Handle handle) throws IOException {
    this.file = file;
    this.study = study;
    this.lock = lock;
    this.handle = handle;
    StudyReader reader = reader();
    this.description = reader.description();
    this.statements = new Statements(handle.getConnection());
    this.metrics = new MetricIds(statements, study, reader.metrics());
    this.writer = new TrialWriter(statements, study, metrics);
    this.log = new WalSync(file);
  }

  private StudyReader reader() {
    return new StudyReader(handle, study);
  }

  @Override
  public StudyDescription description() {
    return description;
  }

  @Override
  public List<StoredTrial> trials() {
    return read(() -> reader().trials());
  }

  @Override
  public List<StoredSession> sessions() {
    return read(() -> reader().sessions());
  }

  @Override
  public Optional<ControllerSnapshot> snapshot() {
    return read(() -> reader().snapshot());
  }

  @Override
  public List<RecordedAsk> asks() {
    return read(() -> reader().asks());
  }

  private synchronized <T> T read(Supplier<T> work) {
    return guarded(work);
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
          new DescriptionWriter(handle).replace(study, extension.description());
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
  public void started(int trial, Instant at) {
    write(() -> writer.started(trial, at));
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
      flush = flushNeeded && !handle.isInTransaction();
      flushNeeded &= !flush;
    }
    if (flush) {
      flush();
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
          if (handle.isInTransaction()) {
            work.run();
          } else {
            transact(work);
          }
          return this;
        });
  }

  private void transact(Runnable work) {
    try {
      statements.transact(work);
    } catch (RuntimeException e) {
      flushNeeded = false;
      metrics.reset(reader().metrics());
      throw e;
    }
  }

  private void flush() {
    guarded(
        () -> {
          try {
            log.force();
            return this;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private <T> T guarded(Supplier<T> work) {
    try {
      return work.get();
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      throw StoreErrors.of(file, e);
    }
  }

  @Override
  public synchronized void close() {
    try (lock;
        handle;
        log) {
      statements.close();
    } catch (IOException e) {
      throw StoreErrors.of(file, new UncheckedIOException(e));
    }
  }
}
