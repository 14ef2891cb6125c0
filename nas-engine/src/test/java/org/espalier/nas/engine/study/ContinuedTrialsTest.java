package org.espalier.nas.engine.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContinuedTrialsTest {

  private static final int TRIALS = 60;

  @TempDir Path folder;

  private static StudyFixture fixture(int workers, StudyListener... listeners) {
    StudyFixture fixture = new StudyFixture();
    fixture.settings = StudyFixture.settings(TRIALS, workers);
    fixture.controller = new ContinuingController(fixture.space, fixture.random);
    fixture.listeners = List.of(listeners);
    return fixture;
  }

  private static List<TrialResult> continued(StudySummary summary) {
    return summary.results().stream()
        .filter(result -> result.trial().proposal().continuedTrial() != null)
        .toList();
  }

  private static TrialResult parent(StudySummary summary, TrialResult result) {
    return summary.results().get(result.trial().proposal().continuedTrial() - 1);
  }

  @Test
  void goOnWithTheSeedAndMeasurementsOfTheOnesBefore() throws Exception {
    StudyFixture fixture = fixture(2);
    StudySummary summary = fixture.run(folder);

    assertThat(continued(summary)).hasSizeGreaterThan(10);
    for (TrialResult result : continued(summary)) {
      TrialResult before = parent(summary, result);
      assertThat(result.trial().seed()).isEqualTo(before.trial().seed());
      assertThat(result.outcome().measurements())
          .startsWith(before.outcome().measurements().toArray(Measurement[]::new))
          .isEqualTo(
              fixture
                  .bandit(0.05, 0)
                  .evaluate(result.trial(), Progress.unwatched())
                  .measurements());
      assertThat(result.trainedEpochs())
          .isEqualTo(result.trial().proposal().fidelity().epochs() - before.epochs());
      assertThat(result.continuedEpochs()).isEqualTo(before.epochs());
    }
    assertThat(summary.savedEpochs())
        .isPositive()
        .isEqualTo(
            continued(summary).stream().mapToLong(each -> parent(summary, each).epochs()).sum());
    assertThat(summary.trainedEpochs() + summary.savedEpochs())
        .isEqualTo(summary.results().stream().mapToLong(TrialResult::epochs).sum());
  }

  @Test
  void theLedgerSaysWhatContinuesWhatAndWhatWasTrained() {
    StudySummary summary = fixture(1).run(folder);
    TrialResult first = continued(summary).get(0);

    assertThat(Ledger.of(List.of(first)).text())
        .contains("\n  continues " + first.trial().proposal().continuedTrial() + "\n")
        .contains("\n  facts epochs=" + (double) first.trainedEpochs() + "\n");
    assertThat(Ledger.of(StudyFixture.read(folder).results()))
        .isEqualTo(Ledger.of(summary.results()));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 8})
  void doNotDependOnWorkers(int workers) {
    fixture(1).run(folder.resolve("one"));
    StudyFixture many = fixture(workers);
    many.evaluators =
        () -> {
          Evaluator bandit = many.bandit(0.05, 0);
          return (trial, progress) -> {
            Thread.sleep(trial.number() % 3);
            return bandit.evaluate(trial, progress);
          };
        };
    many.run(folder.resolve("many"));

    assertThat(StudyFixture.ledger(folder.resolve("many")))
        .isEqualTo(StudyFixture.ledger(folder.resolve("one")));
  }

  @Test
  void statesAreKeptNoLongerThanNeeded() {
    StateKeeper keeper = new StateKeeper(StateKeeper.emptyDisk());
    StudyFixture fixture = fixture(4, keeper);
    fixture.run(folder);

    int lag = fixture.controller.batch();
    assertThat(keeper.most()).isBetween(lag, ContinuingController.REMEMBERED + 2 * lag);
    assertThat(keeper.kept()).as("a larger budget may go on from them").isNotEmpty();
  }

  @Test
  void aControllerThatContinuesNoneHasNoStateKept() {
    List<Set<Integer>> retained = Collections.synchronizedList(new ArrayList<>());
    StudyFixture fixture =
        fixture(
            2,
            new StudyListener() {
              @Override
              public void retained(Set<Integer> trials) {
                retained.add(trials);
              }
            });
    fixture.controller = new LearningController(fixture.space, fixture.random, 3, 8);
    fixture.run(folder);

    assertThat(retained).isNotEmpty().allMatch(Set::isEmpty);
  }

  /** One study, broken at each told trial in turn, until it comes to its end. */
  @Test
  void goOnAfterEveryInterruption() {
    fixture(1).run(folder.resolve("uninterrupted"));
    Path broken = folder.resolve("broken");
    Set<Integer> disk = StateKeeper.emptyDisk();
    for (int at = 1; at <= TRIALS; at++) {
      int number = at;
      StudyListener breaking =
          new StudyListener() {
            @Override
            public void told(TrialResult result, int oldestNeeded) {
              if (result.trial().number() == number) {
                throw new IllegalStateException("broken on purpose");
              }
            }
          };
      StudyFixture session = fixture(2, new StateKeeper(disk), breaking);
      assertThatThrownBy(() -> session.run(broken)).hasMessage("broken on purpose");
    }
    fixture(2, new StateKeeper(disk)).run(broken);

    assertThat(StudyFixture.ledger(broken))
        .isEqualTo(StudyFixture.ledger(folder.resolve("uninterrupted")));
  }

  @Test
  void goOnWithALargerBudget() {
    Set<Integer> disk = StateKeeper.emptyDisk();
    for (int trials : new int[] {7, 8, 20, 45, TRIALS}) {
      StudyFixture larger = fixture(2, new StateKeeper(disk));
      larger.settings = StudyFixture.settings(trials, 2);
      assertThat(larger.run(folder.resolve("grown")).failed()).isZero();
    }
  }

  @Test
  void anExhaustedSearchNeedsNoStates() {
    StateKeeper keeper = new StateKeeper(StateKeeper.emptyDisk());
    StudyFixture fixture = fixture(1, keeper);
    fixture.controller =
        new ScriptedController(
            List.of(
                ScriptedController.fresh(fixture.space, 2),
                ScriptedController.continuing(fixture.space, 1, 4)));

    StudySummary summary = fixture.run(folder);

    assertThat(summary.ending()).isEqualTo(StudyEnd.EXHAUSTED);
    assertThat(summary.results().get(1).outcome().measurements()).hasSize(4);
    assertThat(keeper.most()).isPositive();
    assertThat(keeper.kept()).isEmpty();
  }

  @Test
  void epochsAreCountedOnce() {
    StudyFixture fixture = fixture(2);
    fixture.settings =
        new StudySettings(
            "tokens",
            StudyFixture.SEED,
            2,
            0,
            new Budget(null, null, 100, null),
            false,
            TrialSeeds.NUMBER);
    StudySummary summary = fixture.run(folder);

    assertThat(summary.ending()).isEqualTo(StudyEnd.EPOCHS);
    assertThat(summary.trainedEpochs()).isBetween(100L, 100L + ContinuingController.MOST_EPOCHS);
    assertThat(summary.savedEpochs()).isPositive();
  }

  @Test
  void stoppingRulesSeeTheWholeCurve() {
    Map<Integer, List<Integer>> seen = Collections.synchronizedMap(new TreeMap<>());
    StudyFixture fixture = fixture(2);
    fixture.stopping =
        (trial, measured, known) -> {
          seen.put(trial.number(), measured.stream().map(Measurement::step).toList());
          return trial.number() % 7 == 0 ? Optional.of("the seventh") : Optional.empty();
        };
    StudySummary summary = fixture.run(folder);

    for (TrialResult result : summary.results()) {
      assertThat(seen.get(result.trial().number()))
          .isEqualTo(result.outcome().measurements().stream().map(Measurement::step).toList());
      if (result.trial().number() % 7 == 0) {
        assertThat(result.trainedEpochs()).isEqualTo(1);
        assertThat(result.outcome()).isInstanceOf(Outcome.Stopped.class);
      }
    }
  }

  @Test
  void anEvaluatorMayStartAnew() {
    List<Integer> most = Collections.synchronizedList(new ArrayList<>());
    StudyFixture fixture = fixture(2);
    fixture.stopping =
        (trial, measured, known) -> {
          most.add(measured.size() - measured.get(measured.size() - 1).step());
          return Optional.empty();
        };
    fixture.evaluators =
        () -> {
          Evaluator bandit = fixture.bandit(0.05, 0);
          // A progress of its own, which knows nothing of what is continued.
          return (trial, progress) ->
              bandit.evaluate(trial, measurement -> progress.report(measurement));
        };
    StudySummary anew = fixture.run(folder.resolve("anew"));
    StudySummary continuing = fixture(2).run(folder.resolve("continuing"));

    assertThat(most).as("steps that stand twice in a curve").containsOnly(0);
    assertThat(anew.savedEpochs()).isZero();
    assertThat(anew.results())
        .extracting(result -> result.outcome().measurements())
        .isEqualTo(
            continuing.results().stream().map(result -> result.outcome().measurements()).toList());
  }

  @Test
  void oneThatFailsHasTheMeasurementsBeforeButNotTheirEpochs() {
    StudyFixture fixture = fixture(1);
    fixture.evaluators =
        () -> {
          Evaluator bandit = fixture.bandit(0.05, 0);
          return (trial, progress) -> evaluateUnlessContinued(bandit, trial, progress);
        };
    StudySummary summary = fixture.run(folder);

    assertThat(continued(summary)).isNotEmpty();
    for (TrialResult result : continued(summary)) {
      assertThat(result.outcome()).isInstanceOf(Outcome.Failed.class);
      assertThat(result.outcome().measurements())
          .isEqualTo(parent(summary, result).outcome().measurements());
      assertThat(result.trainedEpochs()).isZero();
    }
  }

  private static Outcome evaluateUnlessContinued(Evaluator bandit, Trial trial, Progress progress)
      throws Exception {
    if (!progress.continued().isEmpty()) {
      throw new IllegalStateException("lost");
    }
    return bandit.evaluate(trial, progress);
  }

  @Test
  void areReplayed() {
    StudyFixture fixture = fixture(2);
    fixture.run(folder);
    Replay replay = new Replay(fixture.settings, StudyFixture.EPOCHS, StudyFixture.read(folder));
    Replay.Outcome outcome =
        replay.verify(new ContinuingController(fixture.space, fixture.random), TRIALS);

    assertThat(outcome.difference()).isEmpty();
    assertThat(outcome.same()).isEqualTo(TRIALS);
    assertThat(
            replay
                .suggest(new ContinuingController(fixture.space, fixture.random), TRIALS)
                .difference())
        .isEmpty();
  }

  @Test
  void cannotGoWithACache() {
    StudyFixture fixture = fixture(1);
    fixture.settings =
        new StudySettings(
            "tokens", StudyFixture.SEED, 1, 0, Budget.trials(9), true, TrialSeeds.NUMBER);
    assertThatThrownBy(() -> fixture.run(folder))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith(
            "cache (true) cannot be combined with a controller that continues trials");
  }
}
