package org.espalier.nas.engine.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.espalier.nas.engine.store.StoreException.Kind;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
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

  private static final String LOCATION = "classpath:db/migration/study";
  private static final int BUSY_TIMEOUT_MILLIS = 10_000;
  private static final int NEWEST_SCHEMA = 2;

  /** Opens the file for writing; creates it and its tables if necessary. */
  Handle writable() {
    SQLiteDataSource source = source(config());
    migrate(source);
    Handle handle = open(source);
    try {
      requireKnownSchema(handle);
      return handle;
    } catch (RuntimeException e) {
      handle.close();
      throw e;
    }
  }

  /** Opens the file for reading, while another process may write. */
  Handle readable() {
    requireFile();
    SQLiteConfig config = config();
    config.setTransactionMode(TransactionMode.DEFERRED);
    boolean writable =
        Files.isWritable(file) && Files.isWritable(file.toAbsolutePath().getParent());
    // Readers of a write-ahead log need to write beside it; where they must not, nobody else can.
    SQLiteDataSource source = writable ? source(config) : immutable(config);
    Handle handle = open(source);
    try {
      requireSchema(handle);
      requireKnownSchema(handle);
      if (schema(handle) < NEWEST_SCHEMA && writable) {
        migrate(source(config()));
      }
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
    return Jdbi.create(source).open();
  }

  private static void migrate(SQLiteDataSource source) {
    Flyway.configure(SqliteDatabase.class.getClassLoader())
        .dataSource(source)
        .locations(LOCATION)
        .placeholders(Map.of("binary", "BLOB", "clustered", "WITHOUT ROWID"))
        .loggers("slf4j")
        .load()
        .migrate();
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

  private static int schema(Handle handle) {
    return handle
        .createQuery("SELECT MAX(CAST(version AS INTEGER)) FROM flyway_schema_history")
        .mapTo(Integer.class)
        .findOne()
        .orElse(0);
  }

  private void requireKnownSchema(Handle handle) {
    int version = schema(handle);
    if (version > NEWEST_SCHEMA) {
      throw new StoreException(
          Kind.NEWER,
          file.toString(),
          "%s has schema version %d; this version of Espalier reads versions up to %d. Use the version that wrote it."
              .formatted(file, version, NEWEST_SCHEMA));
    }
  }
}
