package org.espalier.nas.engine.store.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.engine.store.StoreException.Kind;
import org.espalier.nas.engine.store.sql.StudySchema;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * An SQLite file with the tables of studies.
 *
 * @param file the file; it need not exist yet
 */
record SqliteDatabase(Path file) {

  private static final StudySchema SCHEMA = new StudySchema("BLOB", "WITHOUT ROWID", List.of());

  /** It keeps the statements that it has parsed, which takes as long as opening a file. */
  private static final SqlParser PARSER = new ColonPrefixSqlParser();

  private static final int BUSY_TIMEOUT_MILLIS = 10_000;

  /** Opens the file for writing; creates it and its tables if necessary. */
  Handle writable() {
    SQLiteDataSource source = source(config());
    SCHEMA.migrate(source);
    Handle handle = open(source);
    try {
      SCHEMA.requireKnown(handle, file.toString());
      return handle;
    } catch (RuntimeException e) {
      handle.close();
      throw e;
    }
  }

  /** Opens the file for reading, while another process may write. */
  Handle readable() {
    requireFile();
    // Readers of a write-ahead log need to write beside it; where they must not, nobody else can.
    if (!Files.isWritable(file) || !Files.isWritable(file.toAbsolutePath().getParent())) {
      return readable(false);
    }
    try {
      return readable(true);
    } catch (RuntimeException e) {
      // Without a log there is nothing to read but the file, which nobody can write to either.
      if (SqliteErrors.preventsWriting(e) && !hasLog()) {
        return readable(false);
      }
      throw e;
    }
  }

  private Handle readable(boolean writable) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    config.setTransactionMode(TransactionMode.DEFERRED);
    Handle handle = open(writable ? source(config) : immutable(config));
    try {
      requireSchema(handle);
      SCHEMA.requireCurrent(handle, file.toString());
      handle.execute("PRAGMA query_only = ON");
      return handle;
    } catch (RuntimeException e) {
      handle.close();
      throw e;
    }
  }

  /**
   * Checks that the file exists.
   *
   * @throws StoreException if it does not
   */
  void requireFile() {
    if (!Files.isRegularFile(file)) {
      throw new StoreException(
          Kind.MISSING,
          file.toString(),
          "There is no study at %s. To list the runs: nas runs".formatted(file));
    }
  }

  /**
   * Returns a text that differs from all earlier ones if the database has changed since: the states
   * of the file and of its write-ahead log.
   *
   * @throws StoreException if there is no file
   */
  String version() {
    requireFile();
    // Taken before the states, so that a file which changes meanwhile counts as just changed.
    long now = System.currentTimeMillis();
    return FileState.of(file, now) + " " + FileState.of(log(), now);
  }

  private Path log() {
    return file.resolveSibling(file.getFileName() + "-wal");
  }

  private boolean hasLog() {
    return log().toFile().length() > 0;
  }

  /** Returns the error for a file without a study. */
  StoreException empty() {
    return new StoreException(
        Kind.MISSING,
        file.toString(),
        "The run at %s ended before anything was stored. Start a new run.".formatted(file));
  }

  /** Results are flushed by {@link WalSync}, outside the transaction. */
  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.NORMAL);
    config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    config.enforceForeignKeys(true);
    return config;
  }

  private SQLiteDataSource source(SQLiteConfig config) {
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  private SQLiteDataSource immutable(SQLiteConfig config) {
    config.setReadOnly(true);
    config.setJournalMode(JournalMode.OFF);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.toUri() + "?immutable=1");
    return source;
  }

  private static Handle open(SQLiteDataSource source) {
    Jdbi jdbi = Jdbi.create(source);
    jdbi.getConfig(SqlStatements.class).setSqlParser(PARSER);
    return jdbi.open();
  }

  private void requireSchema(Handle handle) {
    int tables =
        handle
            .createQuery("SELECT COUNT(*) FROM sqlite_master WHERE name = 'studies'")
            .mapTo(Integer.class)
            .one();
    if (tables == 0) {
      throw empty();
    }
  }
}
