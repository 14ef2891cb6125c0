package org.espalier.nas.engine.store.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.engine.store.StudyLock;
import org.espalier.nas.engine.store.sql.Statements;
import org.espalier.nas.engine.store.sql.StudyConnection;
import org.jdbi.v3.core.Handle;

/** Connection to a study in an SQLite file. */
final class SqliteConnection implements StudyConnection {

  private final Path file;
  private final StudyLock lock;
  private final Handle handle;
  private final WalSync log;
  private final PreparedStatements statements;

  /**
   * Creates the connection; the lock and the handle are closed with it.
   *
   * @throws IOException if the database has no write-ahead log
   */
  SqliteConnection(Path file, StudyLock lock, Handle handle) throws IOException {
    this.file = file;
    this.lock = lock;
    this.handle = handle;
    this.statements = new PreparedStatements(handle.getConnection());
    this.log = new WalSync(file);
  }

  @Override
  public <T> T read(Function<Handle, T> work) {
    return work.apply(handle);
  }

  @Override
  public void transact(Runnable work, BooleanSupplier durable, Runnable undone) {
    try {
      statements.transact(work);
    } catch (RuntimeException e) {
      undone.run();
      throw e;
    }
  }

  @Override
  public Statements statements() {
    return statements;
  }

  @Override
  public Handle handle() {
    return handle;
  }

  @Override
  public void flush() {
    try {
      log.force();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public StoreException error(RuntimeException error) {
    return SqliteErrors.of(file, error);
  }

  @Override
  public void close() {
    try (lock;
        handle;
        log) {
      statements.close();
    } catch (IOException e) {
      throw SqliteErrors.of(file, new UncheckedIOException(e));
    }
  }
}
