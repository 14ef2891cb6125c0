package org.espalier.nas.postgresql;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A real server on loopback, started once for all tests; a test that asks for it gets it. */
final class PostgresServer implements ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(PostgresServer.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Running.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    assumeTrue(
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64"),
        "The server's program is for Linux on x86-64.");
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(Running.class, first -> Running.start(), Running.class);
  }

  /** The running server, which ends with the tests. */
  static final class Running implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final AtomicInteger databases = new AtomicInteger();

    private Running(EmbeddedPostgres server) {
      this.server = server;
    }

    static Running start() {
      try {
        return new Running(EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    int port() {
      return server.getPort();
    }

    /** Returns the name of a new, empty database. */
    String newDatabase() {
      String name = "studies" + databases.incrementAndGet();
      execute("CREATE DATABASE " + name);
      return name;
    }

    /** Executes a statement in the server's own database. */
    void execute(String sql) {
      execute("postgres", sql);
    }

    /** Executes a statement in a database. */
    void execute(String database, String sql) {
      try (Connection connection = server.getDatabase("postgres", database).getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Returns the repository in a database, through some port. */
    PostgresStudyRepository repository(String database, int port, Timing timing) {
      return new PostgresStudyRepository(
          PostgresDatabase.at(url(database, port), Map.of("PGUSER", "postgres")), timing);
    }

    /** Returns an address by which every request has its own text. */
    static String url(String database, int port) {
      return "jdbc:postgresql://localhost:" + port + "/" + database + "?prepareThreshold=0";
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
