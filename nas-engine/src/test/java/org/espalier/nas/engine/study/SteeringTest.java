package org.espalier.nas.engine.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.steering.InMemorySteeringRequests;
import org.espalier.nas.engine.steering.SteeringCommand;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.espalier.nas.engine.steering.SteeringRequest;
import org.espalier.nas.engine.steering.SteeringRequests;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StudyJournal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class SteeringTest {

  private static final int TRIALS = 60;

  @TempDir Path folder;

  private static SteeringRequest at(int place, SteeringCommand command) {
    return new SteeringRequest(
        "at-" + place + "-" + Integer.toHexString(command.hashCode()),
        Instant.EPOCH,
        command,
        place);
  }

  private static SteeringCommand enqueue(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return new SteeringCommand.EnqueueArchitecture(
        TokenSpace.ofLength(4).sample(random).choices().stream().map(Choice::text).toList());
  }

  private static SteeringCommand budget(int trials) {
    return new SteeringCommand.ChangeBudget(trials, null, null, null);
  }

  private static List<SteeringRequest> script() {
    return List.of(
        at(0, enqueue(1)),
        at(5, enqueue(2)),
        at(5, enqueue(3)),
        at(2, new SteeringCommand.StopTrial(9)),
        at(1, new SteeringCommand.StopTrial(30)),
        at(12, new SteeringCommand.StopStudy()),
        at(13, budget(TRIALS + 10)),
        at(20, enqueue(4)),
        at(31, budget(TRIALS + 3)));
  }

  private StoredStudy run(Path folder, String controller, int workers, SteeringRequests requests) {
    StudyFixture fixture = fixture(controller, workers);
    try (StudyJournal journal = StudyFixture.store(folder)) {
      fixture.study(journal).run(requests);
    }
    return StudyFixture.read(folder);
  }

  private static StudyFixture fixture(String controller, int workers) {
    PrintStream none = new PrintStream(PrintStream.nullOutputStream());
    return TokenStudy.fixture(TRIALS, workers, 0, controller, TRIALS, none);
  }

  private static SteeringRequests holding(Stream<SteeringRequest> requests) {
    SteeringRequests held = new InMemorySteeringRequests();
    requests.forEach(held::send);
    return held;
  }

  private static Ledger ledger(StoredStudy study) {
    return Ledger.of(study.results(), study.steering());
  }

  @ParameterizedTest
  @ValueSource(strings = {"random", "learning", "continuing"})
  void theSameCommandsAtTheSamePlacesGiveTheSameLedger(String controller) {
    SteeringRequests requests = holding(script().stream());
    StoredStudy one = run(folder.resolve("1"), controller, 1, requests);

    assertThat(requests.waiting()).isEmpty();
    assertThat(one.trials()).hasSize(TRIALS + 3);
    assertThat(one.steering()).hasSize(9).allMatch(SteeringEvent::changedSearch);
    assertThat(one.trials().get(8).result().orElseThrow().outcome())
        .isInstanceOf(Outcome.Stopped.class);
    for (int workers : new int[] {2, 4}) {
      StoredStudy many =
          run(folder.resolve("" + workers), controller, workers, holding(script().stream()));
      assertThat(ledger(many).text()).isEqualTo(ledger(one).text());
      assertThat(many.diagnostics()).isEqualTo(one.diagnostics());
    }
    assertThat(verified(one, controller)).isEqualTo(one.trials().size());
  }

  private static int verified(StoredStudy study, String controller) {
    StudyFixture fresh = fixture(controller, 1);
    Replay.Outcome outcome =
        new Replay(fresh.settings, StudyFixture.EPOCHS, study)
            .verify(fresh.controller, Integer.MAX_VALUE);
    assertThat(outcome.difference()).isEmpty();
    return outcome.same();
  }

  /** The commands come at whatever time the machine makes of it; the journal says where. */
  @ParameterizedTest
  @CsvSource({"random, 4", "learning, 4", "continuing, 3"})
  void aSearchThatWasSteeredWhileItRanIsRepeatedByItsEvents(String controller, int workers)
      throws Exception {
    SteeringRequests requests = new InMemorySteeringRequests();
    StudyFixture fixture = fixture(controller, workers);
    fixture.evaluators = () -> fixture.bandit(0.05, 40);
    try (StudyJournal journal = StudyFixture.store(folder.resolve("live"))) {
      Thread people =
          new Thread(
              () -> {
                for (int i = 0; i < 12; i++) {
                  SteeringCommand command =
                      switch (i % 4) {
                        case 0 -> enqueue(i);
                        case 1 ->
                            new SteeringCommand.StopTrial(Math.max(1, journal.trials().size()));
                        case 2 -> budget(TRIALS + i);
                        default -> new SteeringCommand.Note(null, "note " + i);
                      };
                  requests.send(SteeringRequest.of(command, Instant.EPOCH));
                  pause(25);
                }
              });
      people.start();
      fixture.study(journal).run(requests);
      people.join();
    }
    StoredStudy live = StudyFixture.read(folder.resolve("live"));
    assertThat(live.steering()).isNotEmpty();

    StoredStudy again =
        run(
            folder.resolve("again"),
            controller,
            1,
            holding(
                live.steering().stream()
                    .filter(SteeringEvent::changedSearch)
                    .map(SteeringEvent::again)));

    assertThat(ledger(again).text()).isEqualTo(ledger(live).text());
    assertThat(verified(live, controller)).isEqualTo(live.trials().size());
  }

  private static void pause(int millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({"random, 1", "learning, 2", "continuing, 2", "learning, 4"})
  void aSteeredSearchThatIsInterruptedEndsAsIfItHadNotBeen(String controller, int workers) {
    Ledger whole = ledger(run(folder.resolve("whole"), controller, 1, holding(script().stream())));
    SteeringRequests requests = holding(script().stream());
    Path parts = folder.resolve("parts");
    SplittableRandom random = new SplittableRandom(controller.length() * 31L + workers);
    for (int session = 0; session < 12; session++) {
      StudyFixture fixture = fixture(controller, workers);
      AtomicInteger left = new AtomicInteger(random.nextInt(12));
      AtomicReference<Study> running = new AtomicReference<>();
      fixture.listeners =
          List.of(
              new StudyListener() {
                @Override
                public void finished(TrialResult result) {
                  if (left.decrementAndGet() <= 0) {
                    running.get().interrupt();
                  }
                }
              });
      try (StudyJournal journal = StudyFixture.store(parts)) {
        running.set(fixture.study(journal));
        running.get().run(requests);
      }
    }

    StoredStudy last = run(parts, controller, workers, requests);

    assertThat(ledger(last).text()).isEqualTo(whole.text());
    assertThat(requests.waiting()).isEmpty();
  }

  @Test
  void aStoppedStudyFinishesItsTrialsAndGoesOnWithAnotherBudget() {
    StoredStudy stopped =
        run(folder, "random", 2, holding(Stream.of(at(10, new SteeringCommand.StopStudy()))));

    assertThat(stopped.trials()).hasSizeLessThan(TRIALS).allMatch(t -> t.finished() != null);
    assertThat(StudyEnd.of(stopped.sessions())).contains(StudyEnd.STOPPED);
    assertThat(run(folder, "random", 2, SteeringRequests.none()).trials())
        .as("resumed without another budget")
        .hasSameSizeAs(stopped.trials());

    SteeringRequests more =
        holding(Stream.of(SteeringRequest.of(budget(TRIALS + 5), Instant.EPOCH)));
    StoredStudy longer = run(folder, "random", 2, more);

    assertThat(longer.trials()).hasSize(TRIALS + 5);
    assertThat(verified(longer, "random")).isEqualTo(TRIALS + 5);
  }

  @Test
  void aFinishedStudyTakesWhatWaits() {
    assertThat(run(folder, "learning", 1, SteeringRequests.none()).trials()).hasSize(TRIALS);

    StoredStudy longer =
        run(
            folder,
            "learning",
            1,
            holding(
                Stream.of(
                    SteeringRequest.of(enqueue(7), Instant.EPOCH),
                    SteeringRequest.of(budget(TRIALS + 9), Instant.EPOCH))));

    assertThat(longer.trials()).hasSize(TRIALS + 9);
    assertThat(longer.steering()).hasSize(2).allMatch(SteeringEvent::changedSearch);
    assertThat(verified(longer, "learning")).isEqualTo(TRIALS + 9);
  }

  @Test
  void enqueuedArchitecturesComeFirstAndCountInTheBudget() {
    StoredStudy study = run(folder, "random", 1, holding(Stream.of(at(0, enqueue(1)))));

    Trial first = study.trials().get(0).trial();
    assertThat(first.proposal().architecture().choices().stream().map(Choice::text).toList())
        .isEqualTo(((SteeringCommand.EnqueueArchitecture) enqueue(1)).architecture());
    assertThat(first.informedBy()).isZero();
    assertThat(study.trials()).hasSize(TRIALS);
    assertThat(study.steering().get(0).enqueuedTrial()).contains(1);
  }

  @Test
  void commandsWithoutEffectAreRefusedWithTheirReasons() {
    StoredStudy study =
        run(
            folder,
            "random",
            1,
            holding(
                Stream.of(
                    SteeringRequest.of(
                        new SteeringCommand.EnqueueArchitecture(List.of("none")), Instant.EPOCH),
                    SteeringRequest.of(new SteeringCommand.StopTrial(99_999), Instant.EPOCH))));

    assertThat(study.steering())
        .extracting(SteeringEvent::refusal)
        .containsExactlyInAnyOrder(
            "[none] is no architecture of the search space. Type its choices in order, as nas trials shows those of a trial.",
            "There is no trial 99999 yet.");
    assertThat(study.trials()).hasSize(TRIALS);

    StoredStudy after =
        run(
            folder,
            "random",
            1,
            holding(
                Stream.of(SteeringRequest.of(new SteeringCommand.StopTrial(3), Instant.EPOCH))));
    assertThat(after.steering().get(2).refusal()).isEqualTo("Trial 3 had ended.");
    assertThat(ledger(after)).isEqualTo(Ledger.of(study.results()));
  }

  @Test
  void notesAndTagsChangeNothing() {
    StoredStudy plain = run(folder.resolve("plain"), "learning", 1, SteeringRequests.none());
    StoredStudy noted =
        run(
            folder.resolve("noted"),
            "learning",
            1,
            holding(
                Stream.of(
                    SteeringRequest.of(new SteeringCommand.Note(2, "why?"), Instant.EPOCH),
                    SteeringRequest.of(new SteeringCommand.Tag("good", true), Instant.EPOCH))));

    assertThat(noted.steering()).hasSize(2);
    assertThat(ledger(noted)).isEqualTo(ledger(plain));
  }

  @Test
  void aCommandThatIsWithdrawnWhileItWaitsIsNotTaken() {
    SteeringRequest late = at(TRIALS - 21, enqueue(1));
    SteeringRequests requests = holding(Stream.of(late, at(TRIALS - 20, enqueue(2))));
    StudyFixture fixture = fixture("random", 1);
    fixture.evaluators = () -> fixture.bandit(0.05, 40);
    fixture.listeners =
        List.of(
            new StudyListener() {
              @Override
              public void finished(TrialResult result) {
                requests.remove(late.id());
              }
            });
    try (StudyJournal journal = StudyFixture.store(folder)) {
      fixture.study(journal).run(requests);
    }

    assertThat(StudyFixture.read(folder).steering())
        .extracting(SteeringEvent::command)
        .containsExactly(enqueue(2));
  }

  @Test
  void twoPeopleAtOnceGetOneOrder() throws Exception {
    SteeringRequests requests = new InMemorySteeringRequests();
    List<Thread> people = new ArrayList<>();
    CountDownLatch ready = new CountDownLatch(1);
    for (int person = 0; person < 2; person++) {
      int seed = 100 * person;
      people.add(
          new Thread(
              () -> {
                await(ready);
                IntStream.range(0, 10)
                    .forEach(
                        i -> requests.send(SteeringRequest.of(enqueue(seed + i), Instant.EPOCH)));
              }));
    }
    people.forEach(Thread::start);
    StudyFixture fixture = fixture("random", 2);
    fixture.evaluators = () -> fixture.bandit(0.05, 10);
    try (StudyJournal journal = StudyFixture.store(folder)) {
      ready.countDown();
      fixture.study(journal).run(requests);
    }
    for (Thread person : people) {
      person.join();
    }

    List<SteeringEvent> events = StudyFixture.read(folder).steering();
    assertThat(events).hasSize(20);
    assertThat(events)
        .extracting(SteeringEvent::number)
        .isEqualTo(IntStream.rangeClosed(1, 20).boxed().toList());
    assertThat(events).extracting(SteeringEvent::request).doesNotHaveDuplicates();
    assertThat(events).extracting(SteeringEvent::place).isSorted();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anotherTimeLimitIsInForceAtOnce() {
    StudyFixture fixture = fixture("random", 1);
    fixture.evaluators = () -> fixture.bandit(0.05, 100);
    try (StudyJournal journal = StudyFixture.store(folder)) {
      StudySummary summary =
          fixture
              .study(journal)
              .run(
                  holding(
                      Stream.of(
                          SteeringRequest.of(
                              new SteeringCommand.ChangeBudget(
                                  null, null, null, Duration.ofMillis(1)),
                              Instant.EPOCH))));
      assertThat(summary.ending()).isEqualTo(StudyEnd.WALL_CLOCK);
    }
    assertThat(StudyFixture.read(folder).results()).hasSizeLessThan(TRIALS);
  }
}
