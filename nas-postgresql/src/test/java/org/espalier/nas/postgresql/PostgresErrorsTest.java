package org.espalier.nas.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.Map;
import org.espalier.nas.engine.steering.SteeringCommand;
import org.espalier.nas.engine.steering.SteeringRequest;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.engine.store.StoreException.Kind;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases that cannot be used, and the messages that say why. */
@ExtendWith(PostgresServer.class)
class PostgresErrorsTest {

  private static final StudyDescription DESCRIPTION =
      new StudyDescription("wine", 7, "name: wine\n", Map.of(), Instant.EPOCH);

  private final PostgresServer.Running server;

  PostgresErrorsTest(PostgresServer.Running server) {
    this.server = server;
  }

  private static StoreException error(Runnable call) {
    return catchThrowableOfType(StoreException.class, call::run);
  }

  private static StudyRepository at(String url, Map<String, String> environment) {
    return new PostgresRepositoryProvider().at(url, environment);
  }

  private StudyRepository as(String user, String database) {
    return at(PostgresServer.Running.url(database, server.port()), Map.of("PGUSER", user));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://host/db?password=rosebud",
        "jdbc:postgresql://host/db?ssl=true&PASSWORD=rosebud",
        "jdbc:postgresql://host/db?sslpassword=rosebud",
        "jdbc:postgresql://anna:rosebud@host/db"
      })
  void aPasswordInTheAddressIsRefusedAndNotRepeated(String url) {
    StoreException error = error(() -> at(url, Map.of()));

    assertThat(error).hasMessageContaining("PGPASSWORD").hasMessageContaining(".pgpass");
    assertThat(error.getMessage() + error.place()).doesNotContain("rosebud");
  }

  @Test
  void anAddressThatIsNoneIsRefused() {
    assertThat(error(() -> at("jdbc:postgresql://host:port/db", Map.of())))
        .hasMessageContaining("store.url (jdbc:postgresql://host:port/db)")
        .hasMessageContaining("jdbc:postgresql://host:5432/database");
  }

  @Test
  void aServerThatDoesNotAnswerIsNamed() throws IOException {
    int unused;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      unused = socket.getLocalPort();
    }
    StudyRepository repository = at(PostgresServer.Running.url("studies", unused), Map.of());

    for (Runnable call :
        new Runnable[] {repository::list, () -> repository.create("wine/1", DESCRIPTION)}) {
      assertThat(error(call))
          .hasMessageContaining("localhost:" + unused)
          .hasMessageContaining("cannot be reached");
    }
  }

  @Test
  void aDatabaseThatDoesNotExistIsNamed() {
    assertThat(error(() -> as("postgres", "nothing_here").list()))
        .hasMessageContaining("nothing_here")
        .hasMessageContaining("createdb");
  }

  @Test
  void anUnknownUserIsTold() {
    String database = server.newDatabase();
    assertThat(error(() -> as("nobody_here", database).list())).hasMessageContaining("PGUSER");
  }

  @Test
  void aUserWithoutRightsToWriteCanRead() {
    String database = server.newDatabase();
    as("postgres", database).create("wine/1", DESCRIPTION).close();
    String reader = "reader_of_" + database;
    server.execute("CREATE ROLE " + reader + " LOGIN");
    server.execute(database, "GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + reader);
    StudyRepository repository = as(reader, database);

    assertThat(repository.list()).containsExactly("wine/1");
    assertThat(repository.read("wine/1").description()).isEqualTo(DESCRIPTION);
    assertThat(repository.holder("wine/1")).isEmpty();
    StoreException error = error(() -> repository.open("wine/1"));
    assertThat(error.kind()).isEqualTo(Kind.READ_ONLY);
    assertThat(error).hasMessageContaining("must not write");
  }

  @Test
  void aNewerSchemaIsRefused() {
    String database = server.newDatabase();
    StudyRepository repository = as("postgres", database);
    repository.create("wine/1", DESCRIPTION).close();
    server.execute(
        database,
        "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
            + " installed_by, execution_time, success)"
            + " VALUES (99, '99', 'future', 'SQL', 'V99__future.sql', 'postgres', 0, true)");

    assertThat(error(() -> repository.read("wine/1")).kind()).isEqualTo(Kind.NEWER);
    assertThat(error(() -> repository.open("wine/1")).kind()).isEqualTo(Kind.NEWER);
  }

  @Test
  void readingDoesNotBringAnOlderSchemaUpToDate() {
    String database = server.newDatabase();
    StudyRepository repository = as("postgres", database);
    repository.create("wine/1", DESCRIPTION).close();
    server.execute(database, "DROP TABLE steering, steering_requests");
    server.execute(database, "ALTER TABLE trials DROP COLUMN worker");
    server.execute(database, "DELETE FROM flyway_schema_history WHERE version = '3'");

    assertThat(error(() -> repository.read("wine/1")).kind()).isEqualTo(Kind.OLDER);
    assertThat(repository.list()).containsExactly("wine/1");
    repository.open("wine/1").close();
    assertThat(repository.read("wine/1").description()).isEqualTo(DESCRIPTION);
  }

  @Test
  void aDamagedRequestIsIgnored() {
    String database = server.newDatabase();
    StudyRepository repository = as("postgres", database);
    repository.create("wine/1", DESCRIPTION).close();
    server.execute(
        database,
        "INSERT INTO steering_requests (study_id, number, id, at, command)"
            + " VALUES (1, 1, 'a', 0, 'not JSON'), (1, 2, 'not an id', 0, '{}')");
    SteeringRequest request =
        SteeringRequest.of(new SteeringCommand.StopStudy(), Instant.ofEpochMilli(5));
    repository.requests("wine/1").send(request);

    assertThat(repository.requests("wine/1").waiting()).containsExactly(request);
  }
}
