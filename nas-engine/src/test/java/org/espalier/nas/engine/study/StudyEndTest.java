package org.espalier.nas.engine.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Cost;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.objective.Valuation;
import org.espalier.nas.engine.store.StudyJournal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;

class StudyEndTest {

  @TempDir Path folder;

  private static StudyFixture fixture(Budget budget, int workers) {
    StudyFixture fixture = new StudyFixture();
    fixture.settings =
        new StudySettings(
            "tokens", StudyFixture.SEED, workers, 0, budget, false, TrialSeeds.NUMBER);
    return fixture;
  }

  @Test
  void endsWhenTheEpochsAreSpent() {
    StudySummary summary = fixture(new Budget(null, null, 50, null), 2).run(folder);

    assertThat(summary.ending()).isEqualTo(StudyEnd.EPOCHS);
    assertThat(summary.results()).hasSize(17);
  }

  @Test
  void epochsThatWereNotTrainedAreNotSpent() {
    StudyFixture fixture = fixture(new Budget(null, null, 50, null), 2);
    fixture.stopping = (trial, measured, known) -> Optional.of("one epoch is enough");
    StudySummary summary = fixture.run(folder);

    assertThat(summary.stopped()).isBetween(48, 50);
  }

  /** A trial is charged 1 to 5 seconds; the last one begins before 100 are told. */
  @Test
  void endsWhenTheChargedTrainingTimeIsSpentWithAnyWorkers() {
    StudySummary one = charged(1, folder.resolve("one"));
    StudySummary two = charged(2, folder.resolve("two"));

    assertThat(one.ending()).isEqualTo(StudyEnd.SECONDS);
    double spent = one.results().stream().mapToDouble(StudyEndTest::seconds).sum();
    assertThat(spent).isBetween(100.0, 105.0);
    assertThat(two.results()).extracting(StudyEndTest::seconds).isEqualTo(charges(one));
  }

  private static List<Double> charges(StudySummary summary) {
    return summary.results().stream().map(StudyEndTest::seconds).toList();
  }

  private static StudySummary charged(int workers, Path folder) {
    StudyFixture fixture = fixture(new Budget(null, null, null, 100), workers);
    fixture.evaluators =
        () ->
            (trial, progress) ->
                new Outcome.Completed(
                    List.of(new Measurement(1, Map.of("validation.accuracy", 0.5))),
                    Account.of(Cost.unknown().withSeconds(1.0 + trial.number() % 5)));
    return fixture.run(folder);
  }

  private static double seconds(TrialResult result) {
    return result.outcome().account().cost().seconds();
  }

  /** The end of a study that failed often fails for the same reason, such as a server. */
  @Test
  void whatEndsAStudyIsThrownEvenIfItsListenersFailAtTheEnd() {
    IllegalStateException cause = new IllegalStateException("The server is gone.");
    IllegalStateException later = new IllegalStateException("It is still gone.");
    StudyListener failing = Mockito.mock(StudyListener.class);
    Mockito.doThrow(cause).when(failing).told(Mockito.any(), Mockito.anyInt());
    Mockito.doThrow(later).when(failing).ended();
    StudyListener other = Mockito.mock(StudyListener.class);
    StudyFixture fixture = fixture(new Budget(10, null, null, null), 1);
    fixture.listeners = List.of(failing, other);

    assertThatThrownBy(() -> fixture.run(folder)).isSameAs(cause).hasSuppressedException(later);
    Mockito.verify(other).ended();
  }

  @Test
  void endsWhenTheTimeIsOver() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    StudyFixture fixture = fixture(new Budget(1000, Duration.ofMinutes(10), null, null), 1);
    fixture.clock = now::get;
    fixture.listeners =
        List.of(
            new StudyListener() {
              @Override
              public void finished(TrialResult result) {
                now.updateAndGet(before -> before.plus(Duration.ofMinutes(2)));
              }
            });
    StudySummary summary = fixture.run(folder);

    assertThat(summary.ending()).isEqualTo(StudyEnd.WALL_CLOCK);
    assertThat(summary.results().size()).isBetween(5, 13);

    StudyFixture resumed = fixture(new Budget(1000, Duration.ofMinutes(10), null, null), 1);
    resumed.clock = now::get;
    assertThat(resumed.run(folder).evaluated()).isZero();
  }

  @Test
  void endsWhenTheControllerHasNothingMore() {
    StudyFixture fixture = fixture(Budget.unlimited(), 2);
    fixture.controller = new EnumeratingController(TokenSpace.ofLength(2));
    fixture.evaluators =
        () ->
            (trial, progress) ->
                new Outcome.Completed(
                    List.of(new Measurement(1, Map.of("validation.accuracy", 0.5))),
                    Account.empty());
    StudyJournal store = StudyFixture.store(folder);
    StudySetup setup =
        new StudySetup(
            TokenSpace.ofLength(2),
            fixture.controller,
            fixture.evaluators,
            Fidelity.epochs(1),
            Valuation.of(fixture.reward, fixture.space),
            fixture.stopping,
            List.of());
    try (store) {
      StudySummary summary = new Study(fixture.settings, setup, store, fixture.clock).run();

      assertThat(summary.ending()).isEqualTo(StudyEnd.EXHAUSTED);
      assertThat(summary.results()).hasSize(25);
    }
  }

  @Test
  void losesNothingWhenInterrupted() throws Exception {
    StudyFixture whole = fixture(Budget.trials(40), 2);
    whole.run(folder.resolve("whole"));
    Path cut = folder.resolve("cut");
    StudyFixture interrupted = fixture(Budget.trials(40), 2);
    CountDownLatch far = new CountDownLatch(12);
    interrupted.evaluators = () -> slow(interrupted.bandit(0.05, 0), far);
    try (StudyJournal store = StudyFixture.store(cut)) {
      Study study = interrupted.study(store);
      Thread stopper =
          new Thread(
              () -> {
                try {
                  far.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                study.interrupt();
              });
      stopper.start();
      StudySummary summary = study.run();
      stopper.join();

      assertThat(summary.interrupted()).isTrue();
      assertThat(summary.results()).hasSizeLessThan(40);
      assertThat(summary.waiting()).isPositive();
    }
    assertThat(StudyFixture.read(cut).sessions().get(0).ending()).isEqualTo("INTERRUPTED");
    assertThat(StudyFixture.read(cut).trials())
        .filteredOn(trial -> trial.result().isEmpty())
        .allMatch(trial -> trial.attempts() == 0);

    fixture(Budget.trials(40), 2).run(cut);
    assertThat(StudyFixture.ledger(cut)).isEqualTo(StudyFixture.ledger(folder.resolve("whole")));
  }

  /** From the twelfth trial on, runs until it is told to abandon. */
  private static Evaluator slow(Evaluator bandit, CountDownLatch far) {
    return (trial, progress) -> {
      far.countDown();
      while (far.getCount() == 0 && !progress.abandoned()) {
        Thread.onSpinWait();
      }
      return bandit.evaluate(trial, progress);
    };
  }

  @Test
  void evaluatesNothingWhenInterruptedBefore() {
    StudyFixture fixture = fixture(Budget.trials(5), 1);
    try (StudyJournal store = StudyFixture.store(folder)) {
      Study study = fixture.study(store);
      study.interrupt();

      assertThat(study.run().interrupted()).isTrue();
    }
    assertThat(StudyFixture.read(folder).trials()).isEmpty();
  }

  @Test
  void wantsAnEnd() {
    SearchSpace reals = Mockito.mock();
    Mockito.when(reals.decisions())
        .thenReturn(List.of(new Decision("rate", new RealRange(0, 1, Scale.LINEAR))));
    StudyFixture fixture = fixture(Budget.unlimited(), 1);
    StudySetup setup =
        new StudySetup(
            reals,
            fixture.controller,
            fixture.evaluators,
            Fidelity.epochs(1),
            Valuation.of(fixture.reward, fixture.space),
            fixture.stopping,
            List.of());
    try (StudyJournal store = StudyFixture.store(folder)) {
      assertThatThrownBy(() -> new Study(fixture.settings, setup, store, fixture.clock))
          .isInstanceOf(InvalidSettingException.class)
          .hasMessage(
              "budget must limit trials, wallClock or epochs, because the search space is not"
                  + " finite.");
    }
  }

  @Test
  void refusesWhatIsNoArchitecture() {
    StudyFixture fixture = fixture(Budget.trials(5), 1);
    fixture.controller = new EnumeratingController(TokenSpace.ofLength(3));

    assertThatThrownBy(() -> fixture.run(folder))
        .hasMessage(
            "The controller proposed [a, a, a], which is no architecture of the search space.");
  }
}
