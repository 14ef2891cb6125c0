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

/** Opens the SQLite file of a study. */
final class StudyDatabase {

  static final String FILE = "study.db";

  private static final String LOCATION = "classpath:db/migration/study";
  private static final int BUSY_TIMEOUT_MILLIS = 10_000;
  private static final int NEWEST_SCHEMA = 1;

  private StudyDatabase() {}

  /** Opens for writing and brings the schema up to date. */
  static Handle writable(Path file) {
    SQLiteDataSource source = source(file, config());
    migrate(source);
    Handle handle = open(source);
    try {
      requireKnownSchema(handle, file);
      return handle;
    } catch (RuntimeException e) {
      handle.close();
      throw e;
    }
  }

  /** Opens for reading, while another process may write. */
  static Handle readable(Path file) {
    if (!Files.isRegularFile(file)) {
      throw missing(file);
    }
    SQLiteConfig config = config();
    config.setTransactionMode(TransactionMode.DEFERRED);
    boolean writable =
        Files.isWritable(file) && Files.isWritable(file.toAbsolutePath().getParent());
    // Readers of a write-ahead log need to write beside it; where they must not, nobody else can.
    SQLiteDataSource source = writable ? source(file, config) : immutable(file, config);
    Handle handle = open(source);
    try {
      requireSchema(handle, file);
      requireKnownSchema(handle, file);
      handle.execute("PRAGMA query_only = ON");
      return handle;
    } catch (RuntimeException e) {
      handle.close();
      throw e;
    }
  }

  static StoreException missing(Path file) {
    return new StoreException(
        Kind.MISSING,
        file,
        "There is no study at %s. The runs that exist are listed by: nas runs".formatted(file));
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    config.enforceForeignKeys(true);
    return config;
  }

  private static SQLiteDataSource source(Path file, SQLiteConfig config) {
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  private static SQLiteDataSource immutable(Path file, SQLiteConfig config) {
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
    Flyway.configure(StudyDatabase.class.getClassLoader())
        .dataSource(source)
        .locations(LOCATION)
        .placeholders(Map.of("binary", "BLOB"))
        .loggers("slf4j")
        .load()
        .migrate();
  }

  private static void requireSchema(Handle handle, Path file) {
    int tables =
        handle
            .createQuery("SELECT COUNT(*) FROM sqlite_master WHERE name = 'study'")
            .mapTo(Integer.class)
            .one();
    if (tables == 0) {
      throw empty(file);
    }
  }

  private static void requireKnownSchema(Handle handle, Path file) {
    int version =
        handle
            .createQuery("SELECT MAX(CAST(version AS INTEGER)) FROM flyway_schema_history")
            .mapTo(Integer.class)
            .findOne()
            .orElse(0);
    if (version > NEWEST_SCHEMA) {
      throw new StoreException(
          Kind.NEWER,
          file,
          "%s has schema version %d; this Espalier knows versions up to %d. Use the version that wrote it."
              .formatted(file, version, NEWEST_SCHEMA));
    }
  }

  static StoreException empty(Path file) {
    return new StoreException(
        Kind.MISSING,
        file,
        "The run at %s ended before anything was stored. Start it anew.".formatted(file));
  }
}
