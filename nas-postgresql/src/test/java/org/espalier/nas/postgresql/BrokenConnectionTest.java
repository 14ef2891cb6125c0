package org.espalier.nas.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.AskEntry;
import org.espalier.nas.engine.store.RecordedAsk;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.engine.store.StoreException.Kind;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.store.StudyRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Journals whose connection to the server fails. */
@ExtendWith(PostgresServer.class)
class BrokenConnectionTest {

  private static final String KEY = "wine/1";
  private static final Instant AT = Instant.ofEpochMilli(5);
  private static final Timing PATIENT = new Timing(Duration.ofMinutes(1), Duration.ofMinutes(1));

  private final PostgresServer.Running server;
  private final String database;
  private final BreakableProxy network;

  BrokenConnectionTest(PostgresServer.Running server) throws IOException {
    this.server = server;
    this.database = server.newDatabase();
    this.network = new BreakableProxy(server.port());
  }

  @AfterEach
  void close() throws IOException {
    network.close();
  }

  private StudyJournal create(Timing timing) {
    StudyDescription description =
        new StudyDescription("wine", 7, "name: wine\n", Map.of(), Instant.EPOCH);
    return server.repository(database, network.port(), timing).create(KEY, description);
  }

  private StudyRepository direct() {
    return server.repository(database, server.port(), Timing.standard());
  }

  private StoredStudy stored() {
    return direct().read(KEY);
  }

  private static Trial trial(int number) {
    return new Trial(number, Proposal.of(Architecture.empty(), Fidelity.epochs(2)), number, 0);
  }

  private static AskEntry ask(int trials) {
    List<Trial> asked =
        IntStream.rangeClosed(1, trials).mapToObj(BrokenConnectionTest::trial).toList();
    return new AskEntry(
        asked, List.of(new RecordedAsk(0, trials, trials)), new TreeMap<>(), null, AT);
  }

  private static TrialResult result(int number) {
    Outcome outcome =
        new Outcome.Completed(
            List.of(new Measurement(1, Map.of("accuracy", 0.5, "loss", 0.25))), Account.empty());
    return new TrialResult(trial(number), outcome, 0.5);
  }

  @Test
  void aConnectionThatWasCutIsMadeAgain() {
    try (StudyJournal journal = create(PATIENT)) {
      journal.asked(ask(3));
      journal.finished(result(1), AT);
      network.cut();
      Executor later = CompletableFuture.delayedExecutor(600, TimeUnit.MILLISECONDS);
      CompletableFuture<Void> restored = CompletableFuture.runAsync(network::restore, later);

      journal.started(2, AT, "worker-1");
      journal.finished(result(2), AT);

      restored.join();
      assertThat(stored().results())
          .extracting(TrialResult::trial)
          .containsExactly(trial(1), trial(2));
      assertThat(stored().trials()).extracting(trial -> trial.attempts()).containsExactly(0, 1, 0);
      network.cut();
      network.restore();
      assertThat(journal.trials()).isEqualTo(stored().trials());
    }
    direct().open(KEY).close();
  }

  @Tag("slow")
  @Test
  void aMinuteWithoutAServerIsSurvived() {
    try (StudyJournal journal = create(Timing.standard())) {
      journal.asked(ask(1));
      network.cut();
      Executor later = CompletableFuture.delayedExecutor(60, TimeUnit.SECONDS);
      CompletableFuture<Void> restored = CompletableFuture.runAsync(network::restore, later);

      journal.finished(result(1), AT);

      restored.join();
      assertThat(stored().results()).hasSize(1);
    }
  }

  /** Whatever the server had done before the connection broke, the entry is there once. */
  @ParameterizedTest
  @ValueSource(strings = {"BEGIN", "INSERT INTO trials", "UPDATE leases", "COMMIT"})
  void anEntryWhoseAnswerWasLostIsStoredOnce(String request) {
    try (StudyJournal journal = create(PATIENT)) {
      network.loseAnswerTo(request);
      journal.asked(ask(3));
      assertThat(network.isAnswerToBeLost()).isFalse();
      journal.finished(result(1), AT);

      assertThat(stored().trials()).hasSize(3);
      assertThat(stored().results()).hasSize(1);
      assertThat(stored().results().get(0).outcome()).isEqualTo(result(1).outcome());
      assertThat(journal.asks()).hasSize(1);
    }
  }

  @Test
  void aProcessWithoutAServerEndsInTheEnd() {
    try (StudyJournal journal = create(new Timing(Duration.ofMinutes(1), Duration.ofMillis(300)))) {
      journal.asked(ask(1));
      network.cut();

      StoreException error =
          catchThrowableOfType(StoreException.class, () -> journal.finished(result(1), AT));

      assertThat(error)
          .hasMessageContaining("/" + database)
          .hasMessageContaining(" cannot be reached")
          .hasMessageContaining("resume the run");
    }
    assertThat(stored().results()).isEmpty();
  }

  @Test
  void aDeadProcessLosesItsStudyAtOnce() {
    try (StudyJournal dead = create(PATIENT)) {
      dead.asked(ask(2));
      assertThat(direct().holder(KEY)).isPresent();
      assertThat(openingError(direct())).isEqualTo(Kind.IN_USE);
      network.cut();

      try (StudyJournal next = eventually()) {
        next.finished(result(1), AT);
        network.restore();

        assertLost(() -> dead.finished(result(2), AT));
        assertLost(() -> dead.started(1, AT, "worker-1"));
        assertThat(dead.trials()).hasSize(2);
        next.finished(result(2), AT);
      }
    }
    assertThat(stored().results()).hasSize(2);
  }

  @Test
  void aFrozenProcessLosesItsStudyWhenItsLeaseExpires() {
    Timing brief = new Timing(Duration.ofMillis(1500), Duration.ofMinutes(1));
    try (StudyJournal frozen = create(brief)) {
      frozen.asked(ask(2));
      network.freeze();
      assertThat(openingError(direct())).isEqualTo(Kind.IN_USE);

      try (StudyJournal next = eventually()) {
        next.started(1, AT, "worker-1");
        network.restore();

        assertLost(() -> frozen.finished(result(1), AT));
        assertThat(stored().results()).isEmpty();
        assertThat(next.trials().get(0).attempts()).isEqualTo(1);
      }
    }
  }

  private static Kind openingError(StudyRepository repository) {
    return catchThrowableOfType(StoreException.class, () -> repository.open(KEY).close()).kind();
  }

  /** Opens the study as soon as it can be opened. */
  private StudyJournal eventually() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (true) {
      try {
        return direct().open(KEY);
      } catch (StoreException e) {
        if (e.kind() != Kind.IN_USE || System.nanoTime() > deadline) {
          throw e;
        }
      }
    }
  }

  private static void assertLost(Runnable call) {
    StoreException error = catchThrowableOfType(StoreException.class, call::run);
    assertThat(error.kind()).isEqualTo(Kind.LOST);
    assertThat(error).hasMessageContaining("was taken over by process ");
  }
}
