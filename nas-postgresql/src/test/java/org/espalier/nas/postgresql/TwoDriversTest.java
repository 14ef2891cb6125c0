package org.espalier.nas.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.InMemoryStudyRepository;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.engine.store.StoreException.Kind;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.study.Ledger;
import org.espalier.nas.engine.study.StudyFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two processes with ten studies each in one database, of which one process dies. */
@ExtendWith(PostgresServer.class)
class TwoDriversTest {

  private static final int STUDIES = 20;
  private static final Timing TIMING = new Timing(Duration.ofMinutes(1), Duration.ofMillis(200));

  private final PostgresServer.Running server;

  TwoDriversTest(PostgresServer.Running server) {
    this.server = server;
  }

  private static StudyDescription description(int study) {
    return new StudyDescription(
        "tokens", StudyFixture.SEED, "study: " + study + "\n", Map.of(), Instant.EPOCH);
  }

  private static String key(int study) {
    return "tokens/" + study;
  }

  private static Ledger ledger(StudyRepository repository, String key) {
    return Ledger.of(repository.read(key).results());
  }

  @Test
  void nothingIsLostOrDoubledWhenOneDies() throws Exception {
    String database = server.newDatabase();
    StudyRepository survivor = server.repository(database, server.port(), TIMING);
    try (BreakableProxy network = new BreakableProxy(server.port())) {
      StudyRepository dying = server.repository(database, network.port(), TIMING);
      runAll(survivor, dying, network);
    }
    Ledger expected = uninterrupted();
    List<String> broken = new ArrayList<>();
    for (int study = 0; study < STUDIES; study++) {
      String key = key(study);
      if (!ledger(survivor, key).equals(expected)) {
        broken.add(key);
        try (StudyJournal journal = eventually(survivor, key)) {
          new StudyFixture().study(journal).run();
        }
      }
      assertThat(ledger(survivor, key)).as(key).isEqualTo(expected);
      assertThat(survivor.read(key).results())
          .extracting(result -> result.trial().number())
          .doesNotHaveDuplicates();
    }
    assertThat(broken).as("studies of the process that died").hasSize(STUDIES / 2);
  }

  private static void runAll(
      StudyRepository survivor, StudyRepository dying, BreakableProxy network)
      throws IOException, InterruptedException {
    CountDownLatch halfway = new CountDownLatch(STUDIES / 2);
    CountDownLatch dead = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(STUDIES);
    try {
      List<Future<?>> runs = new ArrayList<>();
      for (int study = 0; study < STUDIES; study++) {
        int number = study;
        runs.add(
            study % 2 == 0
                ? threads.submit(() -> run(survivor, number, new StudyFixture()))
                : threads.submit(() -> run(dying, number, waitingHalfway(halfway, dead))));
      }
      halfway.await();
      network.close();
      dead.countDown();
      for (int study = 0; study < STUDIES; study++) {
        assertThat(ended(runs.get(study))).as(key(study)).isEqualTo(study % 2 == 0);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static StudyFixture waitingHalfway(CountDownLatch halfway, CountDownLatch dead) {
    StudyFixture study = new StudyFixture();
    study.listeners =
        List.of(
            new StudyListener() {
              @Override
              public void told(TrialResult result, int oldestNeeded) {
                if (result.trial().number() == 20) {
                  halfway.countDown();
                  await(dead);
                }
              }
            });
    return study;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void run(StudyRepository repository, int study, StudyFixture fixture) {
    try (StudyJournal journal = repository.create(key(study), description(study))) {
      fixture.study(journal).run();
    }
  }

  /** Returns true if the study has ended without an error. */
  private static boolean ended(Future<?> run) throws InterruptedException {
    try {
      run.get();
      return true;
    } catch (ExecutionException e) {
      assertThat(e.getCause()).isInstanceOf(StoreException.class).hasMessageContaining("reached");
      return false;
    }
  }

  private static StudyJournal eventually(StudyRepository repository, String key)
      throws InterruptedException {
    while (true) {
      try {
        return repository.open(key);
      } catch (StoreException e) {
        assertThat(e.kind()).isEqualTo(Kind.IN_USE);
        Thread.sleep(10);
      }
    }
  }

  private static Ledger uninterrupted() {
    StudyRepository memory = new InMemoryStudyRepository();
    run(memory, 0, new StudyFixture());
    List<TrialResult> results = memory.read(key(0)).results();
    assertThat(results).hasSize(40);
    return Ledger.of(results);
  }
}
