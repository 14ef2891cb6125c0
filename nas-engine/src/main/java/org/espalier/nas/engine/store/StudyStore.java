package org.espalier.nas.engine.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.StoreException.Kind;
import org.jdbi.v3.core.Handle;

/**
 * A study's file, opened to carry the study on. One process at a time can hold it; its methods may
 * be called from several threads. What they wrote survives the death of the process once they
 * return; results, and all that came before them, survive a loss of power too.
 */
public final class StudyStore implements StudyJournal, AutoCloseable {

  private final Path file;
  private final StudyLock lock;
  private final Handle handle;
  private final TrialWriter writer;
  private final StudyDescription description;

  private StudyStore(Path file, StudyLock lock, Handle handle, StudyDescription description) {
    this.file = file;
    this.lock = lock;
    this.handle = handle;
    this.writer = new TrialWriter(handle);
    this.description = description;
  }

  /**
   * Creates the store of a new study.
   *
   * @param folder an existing folder without a study
   * @throws StoreException if there is one already or the folder cannot be written
   */
  public static StudyStore create(Path folder, StudyDescription description) {
    Path file = folder.resolve(StudyDatabase.FILE);
    return locked(
        folder,
        lock -> {
          Handle handle = StudyDatabase.writable(file);
          try {
            if (StudyReader.hasDescription(handle)) {
              throw new StoreException(
                  Kind.EXISTS,
                  file,
                  "%s holds a study already. Resume it, or choose another folder.".formatted(file));
            }
            new DescriptionWriter(handle).write(description);
            return new StudyStore(file, lock, handle, description);
          } catch (RuntimeException e) {
            handle.close();
            throw e;
          }
        });
  }

  /**
   * Opens the store of a study to carry it on.
   *
   * @throws StoreException if there is none, another process runs it, or the file cannot be used
   */
  public static StudyStore open(Path folder) {
    Path file = folder.resolve(StudyDatabase.FILE);
    if (!Files.isRegularFile(file)) {
      throw StudyDatabase.missing(file);
    }
    return locked(
        folder,
        lock -> {
          Handle handle = StudyDatabase.writable(file);
          try {
            return new StudyStore(file, lock, handle, new StudyReader(handle, file).description());
          } catch (RuntimeException e) {
            handle.close();
            throw e;
          }
        });
  }

  private interface Opening {
    StudyStore with(StudyLock lock);
  }

  private static StudyStore locked(Path folder, Opening opening) {
    StudyLock lock = StudyLock.acquire(folder);
    try {
      return opening.with(lock);
    } catch (StoreException e) {
      lock.close();
      throw e;
    } catch (RuntimeException e) {
      lock.close();
      throw StoreErrors.of(folder.resolve(StudyDatabase.FILE), e);
    }
  }

  /** The study's file. */
  public Path file() {
    return file;
  }

  @Override
  public StudyDescription description() {
    return description;
  }

  @Override
  public synchronized List<StoredTrial> trials() {
    return guarded(() -> new StudyReader(handle, file).trials());
  }

  @Override
  public synchronized List<StoredSession> sessions() {
    return guarded(() -> new StudyReader(handle, file).sessions());
  }

  @Override
  public synchronized Optional<ControllerSnapshot> snapshot() {
    return guarded(() -> new StudyReader(handle, file).snapshot());
  }

  @Override
  public synchronized int beginSession(Instant at) {
    return transaction(
        () -> {
          int number =
              handle
                  .createQuery("SELECT COALESCE(MAX(number), 0) + 1 FROM sessions")
                  .mapTo(Integer.class)
                  .one();
          handle.execute(
              "INSERT INTO sessions (number, started_at) VALUES (?, ?)", number, at.toEpochMilli());
          return number;
        });
  }

  @Override
  public synchronized void endSession(
      int session, Instant at, String ending, SortedMap<Integer, Map<String, Double>> diagnostics) {
    transaction(
        () -> {
          diagnostics.forEach(writer::diagnostics);
          return handle.execute(
              "UPDATE sessions SET ended_at = ?, ending = ? WHERE number = ?",
              at.toEpochMilli(),
              ending,
              session);
        });
  }

  @Override
  public synchronized void asked(
      List<Trial> trials,
      Supplier<ControllerSnapshot> taken,
      SortedMap<Integer, Map<String, Double>> diagnostics,
      Instant at) {
    ControllerSnapshot snapshot = taken.get();
    unsynchronized(
        () -> {
          writer.asked(trials, at);
          diagnostics.forEach(writer::diagnostics);
          handle.execute("DELETE FROM controller_snapshot");
          return handle.execute(
              "INSERT INTO controller_snapshot (id, asked, told, bytes) VALUES (1, ?, ?, ?)",
              snapshot.asked(),
              snapshot.told(),
              snapshot.bytes());
        });
  }

  @Override
  public synchronized void started(int trial, Instant at) {
    unsynchronized(
        () -> {
          writer.started(trial, at);
          return trial;
        });
  }

  @Override
  public synchronized void abandoned(int trial) {
    transaction(
        () -> {
          writer.abandoned(trial);
          return trial;
        });
  }

  @Override
  public synchronized void finished(TrialResult result, Instant at) {
    transaction(
        () -> {
          writer.finished(result, at);
          return result;
        });
  }

  private interface Work<T> {
    T run();
  }

  private <T> T transaction(Work<T> work) {
    return guarded(() -> handle.inTransaction(transaction -> work.run()));
  }

  /**
   * A transaction that survives the death of the process but reaches the disk only with the next
   * result. If the power fails before, the search proposes and starts the same trials again.
   */
  private <T> T unsynchronized(Work<T> work) {
    return guarded(
        () -> {
          handle.execute("PRAGMA synchronous = NORMAL");
          try {
            return handle.inTransaction(transaction -> work.run());
          } finally {
            handle.execute("PRAGMA synchronous = FULL");
          }
        });
  }

  private <T> T guarded(Work<T> work) {
    try {
      return work.run();
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      throw StoreErrors.of(file, e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      handle.close();
    } finally {
      lock.close();
    }
  }
}
