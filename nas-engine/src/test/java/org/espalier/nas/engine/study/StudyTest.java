package org.espalier.nas.engine.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.TrialResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudyTest {

  @TempDir Path folder;

  @Test
  void evaluatesAsManyTrialsAsTheBudgetAllows() {
    StudySummary summary = new StudyFixture().run(folder);

    assertThat(summary.ending()).isEqualTo(StudyEnd.TRIALS);
    assertThat(summary.completed()).isEqualTo(40);
    assertThat(summary.evaluated()).isEqualTo(40);
    assertThat(summary.waiting()).isZero();
    assertThat(summary.best(3))
        .extracting(result -> result.reward().orElseThrow())
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void storesWhatItReturns() {
    StudySummary summary = new StudyFixture().run(folder);

    assertThat(StudyFixture.read(folder).results()).isEqualTo(summary.results());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 8})
  void ledgerDoesNotDependOnWorkers(int workers) {
    StudyFixture alone = new StudyFixture();
    alone.run(folder.resolve("alone"));
    StudyFixture together = new StudyFixture();
    together.settings = StudyFixture.settings(40, workers);
    together.evaluators =
        () -> {
          Evaluator bandit = together.bandit(0.05, 0);
          return (trial, progress) -> {
            Thread.sleep(Math.floorMod(trial.seed() * 31 + workers, 12));
            return bandit.evaluate(trial, progress);
          };
        };
    together.run(folder.resolve("together"));

    assertThat(StudyFixture.ledger(folder.resolve("together")).text())
        .isEqualTo(StudyFixture.ledger(folder.resolve("alone")).text());
  }

  @Test
  void anotherSeedGivesAnotherLedger() {
    StudyFixture fixture = new StudyFixture();
    fixture.run(folder.resolve("one"));
    StudyFixture other = new StudyFixture();
    other.controller =
        new LearningController(other.space, new RandomStreams(8), StudyFixture.EPOCHS, 8);
    other.run(folder.resolve("other"));

    assertThat(StudyFixture.ledger(folder.resolve("other")).hash())
        .isNotEqualTo(StudyFixture.ledger(folder.resolve("one")).hash());
  }

  @Test
  void failuresOfTheEvaluatorAreResults() {
    StudyFixture fixture = new StudyFixture();
    fixture.evaluators =
        () -> {
          Evaluator bandit = fixture.bandit(0, 0);
          return (trial, progress) ->
              switch (trial.number() % 4) {
                case 0 -> throw new IllegalStateException("broken on purpose");
                case 1 -> throw new OutOfMemoryError("too large on purpose");
                default -> bandit.evaluate(trial, progress);
              };
        };
    fixture.reward = outcome -> outcome.measurements().get(0).step() > 0 ? Double.NaN : 0;
    StudySummary summary = fixture.run(folder);

    assertThat(summary.failed()).isEqualTo(40);
    assertThat(summary.results().subList(0, 4))
        .extracting(result -> ((Outcome.Failed) result.outcome()).cause())
        .containsExactly(
            FailureCause.OUT_OF_MEMORY,
            FailureCause.DIVERGED,
            FailureCause.DIVERGED,
            FailureCause.EXCEPTION);
  }

  @Test
  void whatTheRewardThrowsEndsTheStudy() {
    StudyFixture fixture = new StudyFixture();
    fixture.reward =
        outcome -> {
          throw new IllegalStateException("broken on purpose");
        };

    assertThatThrownBy(() -> fixture.run(folder))
        .isInstanceOf(NasException.class)
        .hasMessageMatching(
            "The reward failed at trial \\d+: java.lang.IllegalStateException: broken on"
                + " purpose\\.")
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatTheControllerThrowsEndsTheStudy() {
    StudyFixture fixture = new StudyFixture();
    LearningController controller =
        new LearningController(fixture.space, fixture.random, StudyFixture.EPOCHS, 8);
    fixture.controller = new FailingController(controller, 5);

    String message =
        "The controller failed in tell(trial 6), after trial 5 was told:"
            + " java.lang.IllegalStateException: told too much.";
    assertThatThrownBy(() -> fixture.run(folder))
        .isInstanceOf(ControllerException.class)
        .hasMessage(message)
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThat(StudyFixture.read(folder).sessions().get(0).ending())
        .isEqualTo("FAILED: " + ControllerException.class.getName() + ": " + message);
  }

  @Test
  void aMendedControllerGoesOnWhereTheBrokenOneFailed() {
    StudyFixture broken = new StudyFixture();
    broken.controller = new FailingController(broken.controller, 5);
    assertThatThrownBy(() -> broken.run(folder.resolve("broken")))
        .isInstanceOf(ControllerException.class);

    new StudyFixture().run(folder.resolve("broken"));
    new StudyFixture().run(folder.resolve("whole"));

    assertThat(StudyFixture.ledger(folder.resolve("broken")))
        .isEqualTo(StudyFixture.ledger(folder.resolve("whole")));
  }

  @Test
  void tellsListenersInOrder() {
    StudyFixture fixture = new StudyFixture();
    fixture.settings = StudyFixture.settings(40, 4);
    List<Integer> told = new ArrayList<>();
    List<Integer> needed = new ArrayList<>();
    fixture.listeners =
        List.of(
            new StudyListener() {
              @Override
              public void told(TrialResult result, int oldestNeeded) {
                told.add(result.trial().number());
                needed.add(oldestNeeded);
              }
            });
    fixture.run(folder);

    assertThat(told).isEqualTo(IntStream.rangeClosed(1, 40).boxed().toList());
    assertThat(needed).isSorted();
    // A larger budget would continue from the last ask.
    int lastAsk = StudyFixture.read(folder).trials().get(39).trial().informedBy();
    assertThat(needed.get(39)).isEqualTo(lastAsk).isGreaterThan(20);
  }
}
