package org.espalier.nas.postgresql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.engine.store.StoreException.Kind;
import org.espalier.nas.engine.store.sql.StudySchema;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL database with the tables of studies.
 *
 * @param url its address, without credentials
 * @param source source of its connections
 */
record PostgresDatabase(String url, PGSimpleDataSource source) {

  static final StudySchema SCHEMA =
      new StudySchema("BYTEA", "", List.of("classpath:db/migration/postgresql"));

  private static final List<String> SECRETS = List.of("password", "sslpassword");
  private static final int CONNECT_SECONDS = 10;

  /** Time after which an answer of the server counts as lost. */
  private static final int ANSWER_SECONDS = 30;

  /**
   * Returns the database of an address.
   *
   * @param environment may have the variables PGUSER and PGPASSWORD
   * @throws StoreException if the address is invalid or contains credentials
   */
  static PostgresDatabase at(String url, Map<String, String> environment) {
    requireNoSecret(url);
    PGSimpleDataSource source = new PGSimpleDataSource();
    try {
      source.setUrl(url);
    } catch (IllegalArgumentException e) {
      throw invalid(url, e);
    }
    String user = environment.get("PGUSER");
    if (user != null && source.getUser() == null) {
      source.setUser(user);
    }
    String password = environment.get("PGPASSWORD");
    if (password != null) {
      source.setPassword(password);
    }
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setSocketTimeout(ANSWER_SECONDS);
    source.setTcpKeepAlive(true);
    source.setReWriteBatchedInserts(true);
    source.setApplicationName("espalier");
    return new PostgresDatabase(url, source);
  }

  private static StoreException invalid(String url, IllegalArgumentException cause) {
    return new StoreException(
        Kind.OTHER,
        url,
        "store.url (%s) is not an address of a PostgreSQL database. Write it as jdbc:postgresql://host:5432/database."
            .formatted(url),
        cause);
  }

  /** An address is stored and shown, so that a password in it would be seen by others. */
  private static void requireNoSecret(String url) {
    int question = url.indexOf('?');
    String parameters = question < 0 ? "" : url.substring(question + 1);
    boolean named =
        Stream.of(parameters.split("&"))
            .map(parameter -> parameter.replaceFirst("=.*", "").toLowerCase(Locale.ROOT))
            .anyMatch(SECRETS::contains);
    String address = question < 0 ? url : url.substring(0, question);
    if (named || address.contains("@")) {
      String shown = PostgresRepositoryProvider.PREFIX + "...";
      throw new StoreException(
          Kind.OTHER,
          shown,
          "store.url (%s) must not contain a user's password, because it is stored with the run. Set PGUSER and PGPASSWORD, or use the file .pgpass."
              .formatted(shown));
    }
  }

  /** Creates the tables that do not exist, and brings older ones up to date. */
  void migrate() {
    SCHEMA.migrate(source);
  }

  /** Connects; the caller closes the handle. */
  Handle connect() {
    return Jdbi.create(source).open();
  }

  /** Returns true if the database has the tables of studies. */
  boolean hasTables(Handle handle) {
    return handle
        .createQuery("SELECT to_regclass('leases') IS NOT NULL")
        .mapTo(Boolean.class)
        .one();
  }
}
