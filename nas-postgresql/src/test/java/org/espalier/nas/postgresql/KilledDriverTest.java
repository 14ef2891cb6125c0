package org.espalier.nas.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.espalier.nas.engine.store.InMemoryStudyRepository;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.engine.store.StoreException.Kind;
import org.espalier.nas.engine.store.StoredTrial;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.study.Ledger;
import org.espalier.nas.engine.study.StudyFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed again and again while it runs a study in a server. */
@ExtendWith(PostgresServer.class)
@Timeout(300)
class KilledDriverTest {

  private static final String KEY = "tokens/1";
  private static final StudyDescription DESCRIPTION =
      new StudyDescription("tokens", StudyFixture.SEED, "name: tokens\n", Map.of(), Instant.EPOCH);

  @TempDir Path folder;

  private final String url;

  KilledDriverTest(PostgresServer.Running server) {
    this.url = PostgresServer.Running.url(server.newDatabase(), server.port());
  }

  /** The process that is killed. */
  static final class Driver {
    private Driver() {}

    public static void main(String... arguments) {
      try (StudyJournal journal = at(arguments[0]).open(KEY)) {
        StudyFixture.slow(10).study(journal).run();
      }
    }
  }

  private static StudyRepository at(String url) {
    return new PostgresRepositoryProvider().at(url, Map.of("PGUSER", "postgres"));
  }

  private Process start() throws Exception {
    File log = folder.resolve("driver.log").toFile();
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Driver.class.getName(),
            url)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
        .start();
  }

  @Test
  void theNextOneTakesOverAtOnceAndNothingIsTrainedTwice() throws Exception {
    StudyRepository repository = at(url);
    repository.create(KEY, DESCRIPTION).close();
    List<StoredTrial> before = List.of();
    for (int results = 5; results <= 25; results += 10) {
      Process driver = start();
      while (repository.read(KEY).results().size() < results) {
        assertThat(driver.isAlive()).as("the driver, see %s", folder).isTrue();
      }
      driver.destroyForcibly().waitFor();
      assertThat(finished(repository)).containsAll(before);
      before = finished(repository);
      takenOver(repository).close();
    }
    try (StudyJournal journal = repository.open(KEY)) {
      StudyFixture.slow(0).study(journal).run();
    }

    assertThat(finished(repository)).hasSize(40).containsAll(before);
    assertThat(Ledger.of(repository.read(KEY).results())).isEqualTo(uninterrupted());
  }

  /** Opens the study before the lease of the killed process expires. */
  private static StudyJournal takenOver(StudyRepository repository) {
    Instant deadline = Instant.now().plus(Timing.standard().lease().dividedBy(2));
    while (true) {
      try {
        return repository.open(KEY);
      } catch (StoreException e) {
        assertThat(e.kind()).isEqualTo(Kind.IN_USE);
        assertThat(Instant.now()).isBefore(deadline);
      }
    }
  }

  private static Ledger uninterrupted() {
    StudyRepository memory = new InMemoryStudyRepository();
    try (StudyJournal journal = memory.create(KEY, DESCRIPTION)) {
      StudyFixture.slow(0).study(journal).run();
    }
    return Ledger.of(memory.read(KEY).results());
  }

  private static List<StoredTrial> finished(StudyRepository repository) {
    return repository.read(KEY).trials().stream()
        .filter(trial -> trial.result().isPresent())
        .toList();
  }
}
