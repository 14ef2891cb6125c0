package org.espalier.nas.engine.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.StoredTrial;
import org.espalier.nas.engine.store.StudyJournal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {

  private static final int TRIALS = 20;

  @TempDir Path folder;

  private Path uninterrupted;
  private Path broken;

  @BeforeEach
  void runUninterrupted() {
    uninterrupted = folder.resolve("uninterrupted");
    broken = folder.resolve("broken");
    fixture(new StudyListener() {}).run(uninterrupted);
  }

  private static StudyFixture fixture(StudyListener listener) {
    StudyFixture fixture = new StudyFixture();
    fixture.settings = StudyFixture.settings(TRIALS, 2);
    fixture.listeners = List.of(listener);
    return fixture;
  }

  /** One study, broken at each told trial in turn, until it comes to its end. */
  @Test
  void goesOnFromEveryTell() {
    for (int at = 1; at <= TRIALS; at++) {
      StudyFixture breaking = fixture(new BreaksWhenTold(at));
      assertThatThrownBy(() -> breaking.run(broken)).hasMessage("broken on purpose");
    }
    StudySummary last = fixture(new StudyListener() {}).run(broken);

    assertThat(last.ending()).isEqualTo(StudyEnd.TRIALS);
    assertThat(StudyFixture.ledger(broken)).isEqualTo(StudyFixture.ledger(uninterrupted));
    assertThat(StudyFixture.read(broken).diagnostics())
        .isEqualTo(StudyFixture.read(uninterrupted).diagnostics());
  }

  /** As above, but few of the tells and asks before a break are covered by a snapshot. */
  @Test
  void repeatsTheCallsSinceTheLastSnapshot() {
    int snapshots = 0;
    for (int at = 1; at <= TRIALS; at++) {
      StudyFixture breaking = fixture(new BreaksWhenTold(at));
      RarelySavedController controller = new RarelySavedController(breaking.controller);
      breaking.controller = controller;
      assertThatThrownBy(() -> breaking.run(broken)).hasMessage("broken on purpose");
      snapshots += controller.snapshots();
    }
    StudyFixture last = fixture(new StudyListener() {});
    last.controller = new RarelySavedController(last.controller);
    last.run(broken);

    assertThat(snapshots).isLessThan(TRIALS);
    assertThat(StudyFixture.ledger(broken)).isEqualTo(StudyFixture.ledger(uninterrupted));
    assertThat(StudyFixture.read(broken).diagnostics())
        .isEqualTo(StudyFixture.read(uninterrupted).diagnostics());
  }

  @Test
  void refusesAControllerThatProposesSomethingElse() {
    StudyFixture breaking = fixture(new BreaksWhenTold(7));
    breaking.controller = new RarelySavedController(breaking.controller);
    assertThatThrownBy(() -> breaking.run(broken)).hasMessage("broken on purpose");
    StudyFixture other = fixture(new StudyListener() {});
    other.controller =
        new RarelySavedController(
            new LearningController(
                other.space, new RandomStreams(StudyFixture.SEED + 1), StudyFixture.EPOCHS, 8));

    assertThatThrownBy(() -> other.run(broken))
        .isInstanceOf(ControllerMismatchException.class)
        .hasMessageContaining("but the journal recorded")
        .hasMessageContaining("Resume it as it was begun, or start a new run.");
  }

  /** A trial that waits for its second epoch shows the first one. */
  @Test
  void showsTheCurveOfARunningTrial() {
    StudyFixture fixture = fixture(new StudyListener() {});
    fixture.settings = StudyFixture.settings(TRIALS, 1);
    List<Integer> seen = new ArrayList<>();
    fixture.evaluators =
        () -> {
          Evaluator bandit = fixture.bandit(0.05, 0);
          return (trial, progress) ->
              bandit.evaluate(
                  trial,
                  measurement -> {
                    Directive directive = progress.report(measurement);
                    if (trial.number() == 1) {
                      seen.add(stepsStored(measurement.step()));
                    }
                    return directive;
                  });
        };
    fixture.run(broken);

    assertThat(seen).isEqualTo(IntStream.rangeClosed(1, StudyFixture.EPOCHS).boxed().toList());
    assertThat(StudyFixture.ledger(broken)).isEqualTo(StudyFixture.ledger(uninterrupted));
  }

  /** Waits until the first trial shows so many steps; the recorder stores them soon. */
  private int stepsStored(int expected) {
    int stored = 0;
    for (int tries = 0; tries < 1000 && stored < expected; tries++) {
      stored = StudyFixture.read(broken).trials().get(0).partial().size();
    }
    return stored;
  }

  @Test
  void goesOnFromEveryStart() {
    for (int at = 1; at <= TRIALS; at++) {
      StudyFixture breaking = fixture(new BreaksWhenStarted(at));
      breaking.settings = StudyFixture.settings(TRIALS, 1);
      assertThatThrownBy(() -> breaking.run(broken)).hasMessage("broken on purpose");
    }
    fixture(new StudyListener() {}).run(broken);

    assertThat(StudyFixture.ledger(broken)).isEqualTo(StudyFixture.ledger(uninterrupted));
  }

  private record BreaksWhenTold(int number) implements StudyListener {
    @Override
    public void told(TrialResult result, int oldestNeeded) {
      if (result.trial().number() == number) {
        throw new IllegalStateException("broken on purpose");
      }
    }
  }

  private record BreaksWhenStarted(int number) implements StudyListener {
    @Override
    public void started(Trial trial) {
      if (trial.number() == number) {
        throw new IllegalStateException("broken on purpose");
      }
    }
  }

  @Test
  void tellsListenersAgainWhatTheyWereTold() {
    List<Integer> told = new ArrayList<>();
    List<Integer> needed = new ArrayList<>();
    StudyListener listener =
        new StudyListener() {
          @Override
          public void told(TrialResult result, int oldestNeeded) {
            told.add(result.trial().number());
            needed.add(oldestNeeded);
          }
        };
    StudyFixture breaking = fixture(new BreaksWhenTold(12));
    assertThatThrownBy(() -> breaking.run(broken)).hasMessage("broken on purpose");
    List<StoredTrial> stored = StudyFixture.read(broken).trials();
    int oldest =
        stored.stream()
            .filter(trial -> trial.result().isEmpty())
            .mapToInt(trial -> trial.trial().informedBy())
            .min()
            .orElse(TRIALS);
    fixture(listener).run(broken);

    assertThat(told).isEqualTo(IntStream.rangeClosed(1, TRIALS).boxed().toList());
    // A larger budget repeats the last ask, which may propose other trials.
    int lastAsk = stored.stream().mapToInt(trial -> trial.trial().informedBy()).max().orElse(0);
    int known = Math.min(11, Math.min(oldest, lastAsk));
    assertThat(needed.subList(0, known))
        .isEqualTo(IntStream.rangeClosed(1, known).boxed().toList());
    assertThat(needed.subList(0, 11)).allMatch(number -> number <= oldest);
  }

  @Test
  void givesUpATrialDuringWhichTheProcessDiedThreeTimes() {
    StudyFixture breaking = fixture(new BreaksWhenStarted(1));
    breaking.settings = StudyFixture.settings(TRIALS, 1);
    assertThatThrownBy(() -> breaking.run(broken)).hasMessage("broken on purpose");
    try (StudyJournal store = StudyFixture.open(broken)) {
      for (int death = 0; death < Search.MAX_ATTEMPTS; death++) {
        store.started(2, Instant.EPOCH, "worker-1");
      }
    }
    StudySummary summary = fixture(new StudyListener() {}).run(broken);

    assertThat(summary.failed()).isEqualTo(1);
    assertThat(((Outcome.Failed) summary.results().get(1).outcome()).cause())
        .isEqualTo(FailureCause.PROCESS_DIED);
    assertThat(summary.results().get(1).outcome())
        .extracting(outcome -> ((Outcome.Failed) outcome).message())
        .isEqualTo("The process died 3 times while trial 2 ran.");
  }

  @Test
  void aFaultOfTheEngineIsNotHeldAgainstTheTrial() {
    for (int session = 0; session <= Search.MAX_ATTEMPTS; session++) {
      StudyFixture breaking = fixture(new BreaksWhenStarted(3));
      assertThatThrownBy(() -> breaking.run(broken)).hasMessage("broken on purpose");
    }
    assertThat(fixture(new StudyListener() {}).run(broken).failed()).isZero();
  }

  @Test
  void isDoneWhenResumedAfterItsEnd() {
    StudySummary again = fixture(new StudyListener() {}).run(uninterrupted);

    assertThat(again.ending()).isEqualTo(StudyEnd.TRIALS);
    assertThat(again.evaluated()).isZero();
    assertThat(again.results()).hasSize(TRIALS);
  }

  @Test
  void goesOnWithALargerBudget() {
    StudyFixture larger = fixture(new StudyListener() {});
    larger.settings = StudyFixture.settings(2 * TRIALS, 2);

    assertThat(larger.run(uninterrupted).evaluated()).isEqualTo(TRIALS);
  }
}
