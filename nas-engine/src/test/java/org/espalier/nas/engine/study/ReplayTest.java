package org.espalier.nas.engine.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayTest {
  private static final int ALL = Integer.MAX_VALUE;

  @TempDir Path folder;

  static Stream<Arguments> settings() {
    return Stream.of(
        Arguments.of("trials", 0, Budget.trials(40), false),
        Arguments.of("trials that end within a batch", 0, Budget.trials(37), false),
        Arguments.of("a lag of one", 1, Budget.trials(20), false),
        Arguments.of("a lag above the batch", 20, Budget.trials(50), false),
        Arguments.of("epochs", 0, new Budget(null, null, 100, null), false),
        Arguments.of("a cache", 0, Budget.trials(40), true));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("settings")
  void aSearchIsReplayedExactly(String title, int lag, Budget budget, boolean cache) {
    StudyFixture fixture = new StudyFixture();
    fixture.settings =
        new StudySettings("tokens", StudyFixture.SEED, 2, lag, budget, cache, TrialSeeds.NUMBER);
    fixture.run(folder);

    Replay.Outcome outcome = replay(fixture).verify(new StudyFixture().controller, ALL);

    int trials = StudyFixture.read(folder).trials().size();
    assertThat(outcome)
        .as(title)
        .isEqualTo(new Replay.Outcome(trials, trials, Optional.empty(), List.of()));
  }

  @Test
  void anExhaustedSpaceIsReplayedExactly() {
    StudyFixture fixture = new StudyFixture();
    fixture.settings = StudyFixture.settings(1000, 2);
    fixture.controller = new EnumeratingController(fixture.space);
    fixture.run(folder);

    Replay.Outcome outcome = replay(fixture).verify(new EnumeratingController(fixture.space), ALL);

    assertThat(outcome.difference()).isEmpty();
    assertThat(outcome.same()).isEqualTo(fixture.space.count().orElseThrow().intValue());
  }

  @Test
  void failedTrialsAreReplayed() {
    StudyFixture fixture = new StudyFixture();
    fixture.reward = outcome -> Double.NaN;
    fixture.run(folder);

    assertThat(replay(fixture).verify(new StudyFixture().controller, ALL).difference()).isEmpty();
  }

  @Test
  void aSearchThatWasBrokenAndResumedIsReplayedExactly() {
    for (int at : List.of(3, 9, 20, 21)) {
      StudyFixture breaking = new StudyFixture();
      breaking.listeners = List.of(new BreaksAt(at));
      assertThatThrownBy(() -> breaking.run(folder)).hasMessage("broken on purpose");
    }
    StudyFixture fixture = new StudyFixture();
    fixture.run(folder);

    Replay.Outcome outcome = replay(fixture).verify(new StudyFixture().controller, ALL);

    assertThat(outcome).isEqualTo(new Replay.Outcome(40, 40, Optional.empty(), List.of()));
  }

  @Test
  void ofASearchThatIsNotOverTheNextProposalsAreGiven() {
    StudyFixture breaking = new StudyFixture();
    breaking.listeners = List.of(new BreaksAt(16));
    assertThatThrownBy(() -> breaking.run(folder)).hasMessage("broken on purpose");
    int recorded = StudyFixture.read(folder).trials().size();

    Replay.Outcome outcome = replay(breaking).verify(new StudyFixture().controller, ALL);

    assertThat(outcome.difference()).isEmpty();
    assertThat(outcome.same()).isEqualTo(recorded);
    assertThat(outcome.next()).isNotEmpty();
  }

  @Test
  void aWallClockDoesNotMatter() {
    StudyFixture fixture = new StudyFixture();
    fixture.settings =
        new StudySettings(
            "tokens",
            StudyFixture.SEED,
            1,
            0,
            new Budget(1000, Duration.ofMillis(300), null, null),
            false,
            TrialSeeds.NUMBER);
    fixture.evaluators = () -> fixture.bandit(0.05, 5);
    fixture.run(folder);

    Replay.Outcome outcome = replay(fixture).verify(new StudyFixture().controller, ALL);

    assertThat(outcome.difference()).isEmpty();
    assertThat(outcome.same()).isEqualTo(StudyFixture.read(folder).trials().size());
  }

  @Test
  void nothingIsToldBeyondTheEndThatIsWanted() {
    StudyFixture fixture = new StudyFixture();
    fixture.run(folder);

    Replay.Outcome outcome = replay(fixture).verify(new StudyFixture().controller, 10);

    assertThat(outcome.told()).isEqualTo(10);
    assertThat(outcome.difference()).isEmpty();
  }

  @Test
  void aChangedControllerIsCaughtAtItsFirstOtherProposal() {
    StudyFixture fixture = new StudyFixture();
    fixture.run(folder);
    Proposal recorded = StudyFixture.read(folder).trials().get(18).trial().proposal();
    Controller changed = new OtherFrom(19, new StudyFixture().controller);

    Replay.Difference difference = replay(fixture).verify(changed, ALL).difference().orElseThrow();

    assertThat(difference.trial()).isEqualTo(19);
    assertThat(difference.recorded()).contains(recorded);
    assertThat(difference.proposed().orElseThrow().fidelity()).isEqualTo(Fidelity.epochs(99));
  }

  @Test
  void aControllerThatEndsEarlyIsCaught() {
    StudyFixture fixture = new StudyFixture();
    fixture.run(folder);

    Replay.Difference difference =
        replay(fixture)
            .verify(new EndsAfter(16, new StudyFixture().controller), ALL)
            .difference()
            .orElseThrow();

    assertThat(difference.trial()).isEqualTo(17);
    assertThat(difference.recorded()).isPresent();
    assertThat(difference.proposed()).isEmpty();
  }

  @Test
  void anotherControllerIsToldWhatWasRecordedAndSaysWhatItWouldPropose() {
    StudyFixture fixture = new StudyFixture();
    fixture.run(folder);
    SamplingController other =
        new SamplingController(fixture.space, new RandomStreams(StudyFixture.SEED));

    Replay.Outcome outcome = replay(fixture).suggest(other, 12);

    assertThat(outcome.told()).isEqualTo(12);
    assertThat(outcome.next()).isNotEmpty();
    assertThat(outcome.next())
        .allMatch(proposal -> fixture.space.contains(proposal.architecture()));
  }

  private Replay replay(StudyFixture fixture) {
    return new Replay(fixture.settings, StudyFixture.EPOCHS, StudyFixture.read(folder));
  }

  /** Breaks the study when a trial is told. */
  private record BreaksAt(int trial) implements StudyListener {
    @Override
    public void told(TrialResult result, int oldestNeeded) {
      if (result.trial().number() == trial) {
        throw new IllegalStateException("broken on purpose");
      }
    }
  }

  /** Proposes another fidelity from some trial on. */
  private static final class OtherFrom extends Forwarding {
    private final int first;
    private final AtomicInteger proposed = new AtomicInteger();

    OtherFrom(int first, Controller controller) {
      super(controller);
      this.first = first;
    }

    @Override
    public List<Proposal> ask(int count) {
      return super.ask(count).stream()
          .map(
              proposal ->
                  proposed.incrementAndGet() < first
                      ? proposal
                      : Proposal.of(proposal.architecture(), Fidelity.epochs(99)))
          .toList();
    }
  }

  /** Proposes nothing more after some trial. */
  private static final class EndsAfter extends Forwarding {
    private int left;

    EndsAfter(int trials, Controller controller) {
      super(controller);
      this.left = trials;
    }

    @Override
    public List<Proposal> ask(int count) {
      List<Proposal> proposals = super.ask(count);
      List<Proposal> allowed = proposals.subList(0, Math.min(left, proposals.size()));
      left -= allowed.size();
      return allowed;
    }
  }

  private abstract static class Forwarding implements Controller {
    private final Controller controller;

    Forwarding(Controller controller) {
      this.controller = controller;
    }

    @Override
    public List<Proposal> ask(int count) {
      return controller.ask(count);
    }

    @Override
    public void tell(List<TrialResult> results) {
      controller.tell(results);
    }

    @Override
    public int batch() {
      return controller.batch();
    }

    @Override
    public byte[] snapshot() {
      return controller.snapshot();
    }

    @Override
    public void restore(byte[] snapshot) {
      controller.restore(snapshot);
    }
  }
}
