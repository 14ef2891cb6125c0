package org.espalier.nas.engine.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.steering.InMemorySteeringRequests;
import org.espalier.nas.engine.steering.SteeringCommand;
import org.espalier.nas.engine.steering.SteeringCommand.ChangeBudget;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.espalier.nas.engine.steering.SteeringRequest;
import org.espalier.nas.engine.steering.SteeringRequests;
import org.espalier.nas.engine.steering.SteeringText;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StudyJournal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that come near the end, when a search is resumed, or when something fails. */
@Timeout(60)
class LateCommandsTest {
  @TempDir Path folder;

  private StoredStudy run(StudyFixture fixture, Path place, SteeringRequests requests) {
    try (StudyJournal journal = StudyFixture.store(place)) {
      fixture.study(journal).run(requests);
    }
    return StudyFixture.read(place);
  }

  private static SteeringRequests holding(SteeringRequest... requests) {
    SteeringRequests held = new InMemorySteeringRequests();
    List.of(requests).forEach(held::send);
    return held;
  }

  private static SteeringRequest at(int place, SteeringCommand command) {
    return new SteeringRequest("at-" + place, Instant.EPOCH, command, place);
  }

  private static SteeringRequest now(SteeringCommand command) {
    return SteeringRequest.of(command, Instant.EPOCH);
  }

  private static SteeringCommand trials(int trials) {
    return new ChangeBudget(trials, null, null, null);
  }

  private static SteeringCommand time(Duration limit) {
    return new ChangeBudget(null, null, null, limit);
  }

  private static SteeringCommand stop() {
    return new SteeringCommand.StopStudy();
  }

  /** A resumed search goes back to its last ask, which was before the recorded command. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void newCommandsComeAfterTheRecordedOnes(boolean stopped) {
    SteeringCommand first = stopped ? stop() : trials(20);
    run(StudyFixture.random(60, 1, 4), folder, holding(at(58, first)));

    StoredStudy longer =
        run(
            StudyFixture.random(60, 1, 4),
            folder,
            holding(now(trials(80)), now(new SteeringCommand.Note(null, "more"))));

    assertThat(longer.trials()).hasSize(80);
    assertThat(longer.steering()).extracting(SteeringEvent::place).isSorted();
    StoredStudy again =
        run(
            StudyFixture.random(60, 1, 4),
            folder.resolve("again"),
            holding(
                longer.steering().stream()
                    .map(SteeringEvent::again)
                    .toArray(SteeringRequest[]::new)));
    assertThat(Ledger.of(again.results(), again.steering()).text())
        .isEqualTo(Ledger.of(longer.results(), longer.steering()).text());
  }

  @Test
  void anArchitectureIsStillEnqueuedIfTheControllerFailsAtThatAsk() {
    List<String> wanted =
        TokenSpace.ofLength(4).sample(new SplittableRandom(3)).choices().stream()
            .map(Choice::text)
            .toList();
    SteeringRequests requests = holding(at(4, new SteeringCommand.EnqueueArchitecture(wanted)));

    assertThatThrownBy(() -> run(generations(true), folder, requests))
        .hasStackTraceContaining("no memory");
    assertThat(StudyFixture.read(folder).steering()).isEmpty();
    StoredStudy study = run(generations(false), folder, requests);

    int number = study.steering().get(0).enqueuedTrial().orElseThrow();
    assertThat(study.trials().get(number - 1).trial().proposal().architecture().choices())
        .extracting(Choice::text)
        .isEqualTo(wanted);
  }

  /** Returns a study whose controller proposes four at a time. */
  private static StudyFixture generations(boolean failing) {
    StudyFixture fixture = StudyFixture.random(20, 1, 4);
    Controller sampling = fixture.controller;
    fixture.controller =
        new Controller() {
          private int told;

          @Override
          public List<Proposal> ask(int count) {
            if (failing && told == 4) {
              throw new IllegalStateException("no memory");
            }
            return told % 4 == 0 ? sampling.ask(count) : List.of();
          }

          @Override
          public void tell(List<TrialResult> results) {
            told++;
            sampling.tell(results);
          }

          @Override
          public void observe(List<TrialResult> results) {
            told++;
            sampling.observe(results);
          }

          @Override
          public byte[] snapshot() {
            return sampling.snapshot();
          }

          @Override
          public void restore(byte[] snapshot) {
            sampling.restore(snapshot);
          }
        };
    return fixture;
  }

  @Test
  void absurdTimeLimitsAreRefused() {
    assertThatThrownBy(
            () ->
                SteeringText.read(
                    "{\"command\":\"change-budget\",\"wallClock\":\"PT1000000000000000H\"}"))
        .hasStackTraceContaining("must be at most 100 years");
    assertThatThrownBy(() -> new Budget(null, Duration.ofDays(40_000), null, null))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("wallClock (PT960000H) must be at most 100 years");
  }

  private static final class ManualClock implements InstantSource {
    private volatile Instant now = Instant.ofEpochSecond(1000);

    @Override
    public Instant instant() {
      return now;
    }

    void pass(Duration time) {
      now = now.plus(time);
    }
  }

  private static StudyFixture limited(ManualClock clock, int workers, int lag) {
    StudyFixture fixture = StudyFixture.random(12, workers, lag);
    fixture.settings =
        new StudySettings(
            "tokens",
            StudyFixture.SEED,
            workers,
            lag,
            new Budget(12, Duration.ofSeconds(100), null, null),
            false,
            TrialSeeds.NUMBER);
    fixture.clock = clock;
    return fixture;
  }

  /** Does something in the evaluator before some trial. */
  private interface Interlude {
    void before(int trial) throws InterruptedException;
  }

  private static void with(StudyFixture fixture, Interlude interlude) {
    fixture.evaluators =
        () -> {
          Evaluator bandit = fixture.bandit(0.05, 0);
          return (trial, progress) -> {
            interlude.before(trial.number());
            return bandit.evaluate(trial, progress);
          };
        };
  }

  /** Waits until the study has seen a request, which it looks for several times a second. */
  private static void await() throws InterruptedException {
    Thread.sleep(800);
  }

  @Test
  void aSearchGoesOnIfItsTimeIsRaisedWhileTheLastTrialsRun() {
    ManualClock clock = new ManualClock();
    SteeringRequests requests = new InMemorySteeringRequests();
    StudyFixture fixture = limited(clock, 1, 3);
    with(
        fixture,
        trial -> {
          if (trial == 4) {
            clock.pass(Duration.ofSeconds(200));
            await();
            requests.send(now(time(Duration.ofHours(1))));
            await();
          }
        });

    StoredStudy study = run(fixture, folder, requests);

    assertThat(StudyEnd.of(study.sessions())).contains(StudyEnd.TRIALS);
    assertThat(study.results()).hasSize(12);
  }

  @Test
  void aSearchWhoseTimeWasRaisedAfterItWasOverIsReplayed() {
    ManualClock clock = new ManualClock();
    SteeringRequests requests = new InMemorySteeringRequests();
    StudyFixture fixture = limited(clock, 2, 2);
    CountDownLatch fifth = new CountDownLatch(1);
    with(
        fixture,
        trial -> {
          if (trial == 4) {
            assertThat(fifth.await(20, TimeUnit.SECONDS)).isTrue();
            clock.pass(Duration.ofSeconds(200));
          } else if (trial == 5) {
            fifth.countDown();
            await();
            requests.send(now(time(Duration.ofHours(1))));
            await();
          }
        });

    StoredStudy study = run(fixture, folder, requests);

    assertThat(study.results()).hasSize(12);
    Replay.Outcome outcome =
        new Replay(fixture.settings, StudyFixture.EPOCHS, study)
            .verify(StudyFixture.random(12, 1, 2).controller, Integer.MAX_VALUE);
    assertThat(outcome.difference()).isEmpty();
    assertThat(outcome.same()).isEqualTo(12);
  }

  @Test
  void commandsThatAreWithdrawnInTimeHaveNoEffect() {
    SteeringRequests requests = new InMemorySteeringRequests();
    ManualClock clock = new ManualClock();
    StudyFixture fixture = limited(clock, 1, 1);
    with(
        fixture,
        trial -> {
          if (trial == 2) {
            SteeringRequest stop = now(new SteeringCommand.StopTrial(2));
            SteeringRequest shorter = now(time(Duration.ofSeconds(1)));
            requests.send(stop);
            requests.send(shorter);
            await();
            requests.remove(stop.id());
            requests.remove(shorter.id());
            await();
            clock.pass(Duration.ofSeconds(10));
          }
        });

    StoredStudy study = run(fixture, folder, requests);

    assertThat(study.results()).hasSize(12);
    assertThat(study.results().get(1).outcome()).isInstanceOf(Outcome.Completed.class);
    assertThat(study.steering()).isEmpty();
  }

  @Test
  void aNoteThatComesWithTheLastResultIsStored() {
    SteeringRequests requests = new InMemorySteeringRequests();
    StudyFixture fixture = StudyFixture.random(3, 1, 1);
    fixture.listeners =
        List.of(
            new StudyListener() {
              @Override
              public void told(TrialResult result, int oldestNeeded) {
                if (result.trial().number() == 3) {
                  requests.send(now(new SteeringCommand.Note(null, "good")));
                  try {
                    await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                }
              }
            });

    StoredStudy study = run(fixture, folder, requests);

    assertThat(study.steering()).hasSize(1);
    assertThat(requests.waiting()).isEmpty();
  }
}
