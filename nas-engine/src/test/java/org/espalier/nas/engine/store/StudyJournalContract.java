package org.espalier.nas.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.espalier.nas.engine.store.StoredExamples.AT;
import static org.espalier.nas.engine.store.StoredExamples.DESCRIPTION;
import static org.espalier.nas.engine.store.StoredExamples.ask;
import static org.espalier.nas.engine.store.StoredExamples.measurements;
import static org.espalier.nas.engine.store.StoredExamples.results;
import static org.espalier.nas.engine.store.StoredExamples.trial;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract of every {@link StudyJournal}. */
public abstract class StudyJournalContract {

  private static final String KEY = "wine/1";

  private StudyRepository repository;
  private StudyJournal journal;

  /** Creates an empty repository of the journals to be tested. */
  protected abstract StudyRepository repository();

  @BeforeEach
  void create() {
    repository = repository();
    journal = repository.create(KEY, DESCRIPTION);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private void reopen() {
    journal.close();
    journal = repository.open(KEY);
  }

  @Test
  void returnsResultsToTheLastBit() {
    journal.asked(ask(5));
    results().forEach(result -> journal.finished(result, AT));
    reopen();

    assertThat(journal.description()).isEqualTo(DESCRIPTION);
    assertThat(repository.read(KEY).results()).isEqualTo(results());
    assertThat(journal.trials()).isEqualTo(repository.read(KEY).trials());
    assertThat(journal.trials().get(4))
        .isEqualTo(new StoredTrial(trial(5), null, List.of(), 0, AT, null, null));
    assertThat(journal.trials().get(0).finishedAt()).isEqualTo(AT);
  }

  @Test
  void keepsTheLastSnapshot() {
    assertThat(journal.snapshot()).isEmpty();
    byte[] state = {7, -1};
    journal.asked(ask(1, 2, new RecordedAsk(0, 2, 2), new ControllerSnapshot(2, 0, new byte[9])));
    journal.asked(ask(3, 3, new RecordedAsk(1, 1, 1), new ControllerSnapshot(3, 1, state)));
    journal.asked(ask(4, 4, new RecordedAsk(2, 1, 1), null));
    reopen();

    ControllerSnapshot snapshot = journal.snapshot().orElseThrow();
    assertThat(snapshot.asked()).isEqualTo(3);
    assertThat(snapshot.told()).isEqualTo(1);
    assertThat(snapshot.bytes()).containsExactly(7, -1);
  }

  @Test
  void keepsTheAsks() {
    RecordedAsk first = new RecordedAsk(0, 8, 2);
    RecordedAsk empty = new RecordedAsk(1, 7, 0);
    RecordedAsk second = new RecordedAsk(2, 8, 1);
    journal.asked(ask(1, 2, first, null));
    journal.asked(
        new AskEntry(List.of(trial(3)), List.of(empty, second), new TreeMap<>(), null, AT));
    reopen();

    assertThat(journal.asks()).containsExactly(first, empty, second);
  }

  @Test
  void keepsTheCommandsOfPeople() {
    List<SteeringEvent> events = StoredExamples.steering();
    events.forEach(journal::steered);

    assertThat(journal.steering()).isEqualTo(events);
    reopen();
    assertThat(journal.steering()).isEqualTo(events);
    assertThat(repository.read(KEY).steering()).isEqualTo(events);
  }

  @Test
  void keepsTheDiagnosticsSaidLast() {
    Map<String, Double> said = Map.of("entropy", 0.5, "loss", Double.NaN);
    journal.asked(ask(2));
    journal.asked(
        new AskEntry(
            List.of(trial(3)), List.of(), new TreeMap<>(Map.of(1, Map.of("old", 1.0))), null, AT));
    int session = journal.beginSession(AT);
    journal.endSession(session, AT, "TRIALS", new TreeMap<>(Map.of(1, said)));

    assertThat(repository.read(KEY).diagnostics()).isEqualTo(Map.of(1, said));
  }

  @Test
  void storesAnAskCompletelyOrNotAtAll() {
    journal.asked(ask(2));
    AskEntry twice =
        new AskEntry(
            List.of(trial(3), trial(3)),
            List.of(new RecordedAsk(2, 2, 2)),
            new TreeMap<>(Map.of(1, Map.of("entropy", 0.5))),
            new ControllerSnapshot(4, 2, new byte[] {2}),
            AT);

    assertThatThrownBy(() -> journal.asked(twice)).isInstanceOf(StoreException.class);
    assertThat(journal.trials()).hasSize(2);
    assertThat(journal.asks()).hasSize(1);
    assertThat(journal.snapshot()).isEmpty();
    assertThat(repository.read(KEY).diagnostics()).isEmpty();

    Map<String, Double> said = Map.of("entropy", 0.5);
    journal.endSession(journal.beginSession(AT), AT, "TRIALS", new TreeMap<>(Map.of(1, said)));
    assertThat(repository.read(KEY).diagnostics()).isEqualTo(Map.of(1, said));
  }

  @Test
  void keepsTheLastWorker() {
    journal.asked(ask(2));
    journal.started(1, AT, "worker-1");
    journal.started(1, AT, "executor 2 on host");
    journal.finished(results().get(0), AT);
    reopen();

    assertThat(journal.trials())
        .extracting(StoredTrial::worker)
        .containsExactly("executor 2 on host", null);
  }

  @Test
  void countsAttemptsAndTakesInterruptedOnesBack() {
    journal.asked(ask(1));
    journal.started(1, AT, "worker-1");
    journal.started(1, AT.plusMillis(5), "worker-1");
    journal.abandoned(1);

    assertThat(journal.trials().get(0).attempts()).isEqualTo(1);
    assertThat(journal.trials().get(0).startedAt()).isEqualTo(AT.plusMillis(5));
  }

  @Test
  void showsWhatARunningTrialMeasured() {
    journal.asked(ask(2));
    journal.started(2, AT, "worker-1");
    measurements().forEach(measurement -> journal.measured(2, measurement));

    StoredTrial running = repository.read(KEY).trials().get(1);
    assertThat(running.result()).isEmpty();
    assertThat(running.measurements()).isEqualTo(measurements());
    assertThat(repository.read(KEY).trials().get(0).measurements()).isEmpty();
  }

  @Test
  void keepsWhatAnAbandonedTrialMeasuredUntilItStartsAgain() {
    journal.asked(ask(1));
    journal.started(1, AT, "worker-1");
    journal.measured(1, new Measurement(1, Map.of("loss", 1.0)));
    journal.abandoned(1);
    reopen();

    assertThat(journal.trials().get(0).partial())
        .containsExactly(new Measurement(1, Map.of("loss", 1.0)));
    journal.started(1, AT, "worker-1");
    assertThat(journal.trials().get(0).partial()).isEmpty();
  }

  @Test
  void replacesReportedMeasurementsByThoseOfTheResult() {
    journal.asked(ask(1));
    journal.started(1, AT, "worker-1");
    journal.measured(1, new Measurement(2, Map.of("loss", 1.0)));
    journal.measured(1, new Measurement(7, Map.of("loss", 2.0)));
    journal.finished(results().get(0), AT);

    StoredTrial finished = journal.trials().get(0);
    assertThat(finished.partial()).isEmpty();
    assertThat(finished.measurements()).isEqualTo(measurements());
  }

  @Test
  void keepsItsSessions() {
    int first = journal.beginSession(AT);
    journal.endSession(first, AT.plusMillis(9), "INTERRUPTED", new TreeMap<>());
    reopen();
    int second = journal.beginSession(AT.plusMillis(10));

    assertThat(List.of(first, second)).containsExactly(1, 2);
    assertThat(journal.sessions())
        .containsExactly(
            new StoredSession(1, AT, AT.plusMillis(9), "INTERRUPTED"),
            new StoredSession(2, AT.plusMillis(10), null, null));
  }

  @Test
  void isExtended() {
    RecordedAsk second = new RecordedAsk(1, 2, 1);
    journal.asked(ask(1, 2, new RecordedAsk(0, 2, 2), null));
    journal.asked(ask(3, 3, second, new ControllerSnapshot(3, 1, new byte[] {7})));
    StudyDescription larger =
        new StudyDescription(
            DESCRIPTION.name(),
            DESCRIPTION.seed(),
            "budget: {trials: 9}\n",
            Map.of("budget.extension.1", "9 trials instead of 3 trials."),
            DESCRIPTION.createdAt());
    List<RecordedAsk> asks = List.of(new RecordedAsk(0, 2, 2), new RecordedAsk(1, 5, 2));

    journal.extended(new StudyExtension(larger, asks, List.of(trial(4)), AT));

    assertThat(journal.description()).isEqualTo(larger);
    reopen();
    assertThat(journal.description()).isEqualTo(larger);
    assertThat(journal.asks()).isEqualTo(asks);
    assertThat(journal.snapshot()).isEmpty();
    assertThat(journal.trials()).extracting(StoredTrial::trial).endsWith(trial(3), trial(4));
    assertThat(journal.sessions())
        .containsExactly(new StoredSession(1, AT, AT, StoredSession.EXTENDED));
  }

  @Test
  void isExtendedWithoutALossOfItsSnapshotIfTheAsksStay() {
    RecordedAsk first = new RecordedAsk(0, 2, 2);
    journal.asked(ask(1, 2, first, new ControllerSnapshot(2, 0, new byte[] {7})));

    journal.extended(new StudyExtension(DESCRIPTION, List.of(first), List.of(), AT));

    assertThat(journal.snapshot()).isPresent();
    assertThat(journal.asks()).containsExactly(first);
  }

  @Test
  void isExtendedCompletelyOrNotAtAll() {
    RecordedAsk first = new RecordedAsk(0, 2, 2);
    journal.asked(ask(1, 2, first, new ControllerSnapshot(2, 0, new byte[] {7})));
    StudyDescription larger =
        new StudyDescription(
            DESCRIPTION.name(), DESCRIPTION.seed(), "other", Map.of(), DESCRIPTION.createdAt());
    StudyExtension invalid = new StudyExtension(larger, List.of(), List.of(trial(2)), AT);

    assertThatThrownBy(() -> journal.extended(invalid)).isInstanceOf(StoreException.class);

    assertThat(journal.description()).isEqualTo(DESCRIPTION);
    assertThat(journal.asks()).containsExactly(first);
    assertThat(journal.snapshot()).isPresent();
    assertThat(journal.sessions()).isEmpty();
    assertThat(repository.read(KEY).description()).isEqualTo(DESCRIPTION);
  }

  @Test
  void commitsABatch() {
    journal.asked(ask(4));
    journal.batch(
        () -> {
          journal.measured(4, new Measurement(1, Map.of("loss", 1.0)));
          journal.finished(results().get(0), AT);
          journal.finished(results().get(1), AT);
        });

    assertThat(repository.read(KEY).results()).isEqualTo(results().subList(0, 2));
    assertThat(repository.read(KEY).trials().get(3).partial()).hasSize(1);
  }

  @Test
  void aBatchReadsWhatItWrote() {
    journal.batch(
        () -> {
          assertThat(journal.beginSession(AT)).isEqualTo(1);
          assertThat(journal.beginSession(AT)).isEqualTo(2);
          journal.asked(ask(3));
          assertThat(journal.trials()).hasSize(3);
        });
    reopen();

    assertThat(journal.sessions()).hasSize(2);
    assertThat(journal.trials()).hasSize(3);
  }

  @Test
  void canBeUsedByTwoThreads() throws InterruptedException {
    int trials = 60;
    journal.asked(ask(trials));
    CountDownLatch begun = new CountDownLatch(2);
    Thread one = new Thread(() -> start(begun, 1, trials));
    Thread other = new Thread(() -> start(begun, 2, trials));
    one.start();
    other.start();
    one.join();
    other.join();

    assertThat(journal.trials()).hasSize(trials).allMatch(trial -> trial.attempts() == 1);
  }

  private void start(CountDownLatch begun, int first, int trials) {
    begun.countDown();
    try {
      begun.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (int trial = first; trial <= trials; trial += 2) {
      journal.started(trial, AT, "worker-1");
    }
  }
}
