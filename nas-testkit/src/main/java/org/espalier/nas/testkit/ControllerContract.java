package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.junit.jupiter.api.Test;

/**
 * What every controller must hold to. A test class extends it, supplies the controller and inherits
 * the checks; use a class for each variant that matters.
 */
public abstract class ControllerContract {

  /** A new controller, configured as the experiment would configure it. */
  protected abstract Controller controller(SearchSpace space, RandomStreams streams);

  /** The space to search; by default 155 sequences over one vocabulary. */
  protected SearchSpace space() {
    return new TokenSpace(5, 3);
  }

  /** A space that is soon exhausted; by default six sequences over one vocabulary. */
  protected SearchSpace tinySpace() {
    return new TokenSpace(2, 2);
  }

  /** The number of trials of each search; fewer than the space has architectures. */
  protected int trials() {
    return 40;
  }

  /** Whether the seed matters; false for a controller such as a grid. */
  protected boolean drawsRandomly() {
    return true;
  }

  /** Whether the controller never proposes an architecture twice. */
  protected boolean avoidsRepeats() {
    return true;
  }

  /** How long one check may take before the controller counts as hanging. */
  protected Duration patience() {
    return Duration.ofMinutes(2);
  }

  @Test
  void proposalsAreValid() {
    within(
        () -> {
          SearchSpace space = space();
          List<Proposal> proposals = search(space, 1, ControllerContract::completed);
          assertThat(proposals).hasSize(trials());
          for (int index = 0; index < proposals.size(); index++) {
            Proposal proposal = proposals.get(index);
            assertThat(space.contains(proposal.architecture())).as("%s", proposal).isTrue();
            proposal
                .predictedReward()
                .ifPresent(reward -> assertThat(reward).as("%s", proposal).isFinite());
          }
        });
  }

  @Test
  void onlyTrialsThatWereToldAreContinued() {
    within(
        () -> {
          try (Controller controller = controller(space(), new RandomStreams(1))) {
            Rehearsal rehearsal = new Rehearsal(controller, plan(controller));
            for (boolean more = true; more; more = rehearsal.step()) {
              for (Trial trial : rehearsal.outstanding()) {
                trial
                    .proposal()
                    .continuedTrial()
                    .ifPresent(
                        parent ->
                            assertThat(parent)
                                .as("the trial that %s continues", trial)
                                .isBetween(1, trial.informedBy()));
              }
            }
          }
        });
  }

  @Test
  void theSameSeedProposesTheSame() {
    within(
        () ->
            assertThat(search(space(), 1, ControllerContract::completed))
                .isEqualTo(search(space(), 1, ControllerContract::completed)));
  }

  @Test
  void differentSeedsProposeDifferently() {
    assumeTrue(drawsRandomly(), "the seed does not matter");
    within(
        () ->
            assertThat(search(space(), 1, ControllerContract::completed))
                .isNotEqualTo(search(space(), 2, ControllerContract::completed)));
  }

  @Test
  void twoControllersAtOnceDoNotDisturbEachOther() {
    within(
        () -> {
          SearchSpace space = space();
          List<Proposal> alone = search(space, 1, ControllerContract::completed);
          try (Controller one = controller(space, new RandomStreams(1));
              Controller two = controller(space, new RandomStreams(1))) {
            Rehearsal first = new Rehearsal(one, plan(one));
            Rehearsal second = new Rehearsal(two, plan(two));
            boolean firstGoesOn = true;
            boolean secondGoesOn = true;
            while (firstGoesOn || secondGoesOn) {
              firstGoesOn = first.step();
              secondGoesOn = second.step();
            }
            assertThat(first.proposals()).isEqualTo(alone);
            assertThat(second.proposals()).isEqualTo(alone);
          }
        });
  }

  @Test
  void aRestoredSnapshotContinuesExactlyFromEveryStep() {
    within(
        () -> {
          SearchSpace space = space();
          List<Proposal> uninterrupted = search(space, 1, ControllerContract::completed);
          try (Controller controller = controller(space, new RandomStreams(1))) {
            Rehearsal rehearsal = new Rehearsal(controller, plan(controller));
            int step = 0;
            for (boolean more = true; more; more = rehearsal.step()) {
              assertThat(continued(rehearsal, controller.snapshot(), space))
                  .as("proposals of a controller restored after step %d", step++)
                  .isEqualTo(uninterrupted);
            }
            assertThat(rehearsal.proposals())
                .as("proposals of a controller of which snapshots were taken")
                .isEqualTo(uninterrupted);
          }
        });
  }

  @Test
  void whatIsNotASnapshotIsRefused() {
    byte[] noise = "this is not a snapshot".getBytes(StandardCharsets.UTF_8);
    within(
        () -> {
          try (Controller controller = controller(space(), new RandomStreams(1))) {
            assertThatThrownBy(() -> controller.restore(noise)).isInstanceOf(NasException.class);
          }
        });
  }

  @Test
  void failedTrialsAreAccepted() {
    within(
        () -> {
          assertThat(
                  search(
                      space(),
                      1,
                      trial -> trial.number() % 3 == 0 ? failed(trial) : completed(trial)))
              .hasSize(trials());
          assertThat(search(space(), 1, ControllerContract::failed)).hasSize(trials());
        });
  }

  @Test
  void anyLagIsServed() {
    within(
        () -> {
          for (int lag : List.of(1, 3, trials())) {
            try (Controller controller = controller(space(), new RandomStreams(1))) {
              Rehearsal.Plan plan =
                  new Rehearsal.Plan(lag, trials(), ControllerContract::completed);
              assertThat(new Rehearsal(controller, plan).run().proposals())
                  .as("proposals with a lag of %d", lag)
                  .hasSize(trials());
            }
          }
        });
  }

  @Test
  void anExhaustedSpaceEndsTheSearch() {
    within(
        () -> {
          SearchSpace tiny = tinySpace();
          int members = tiny.count().orElseThrow().intValueExact();
          try (Controller controller = controller(tiny, new RandomStreams(1))) {
            Rehearsal.Plan plan =
                new Rehearsal.Plan(controller.batch(), 10 * members, ControllerContract::completed);
            List<Proposal> proposals = new Rehearsal(controller, plan).run().proposals();
            assertThat(proposals).isNotEmpty();
            assertThat(proposals).allMatch(proposal -> tiny.contains(proposal.architecture()));
            if (avoidsRepeats()) {
              assertThat(proposals.stream().map(Proposal::architecture)).doesNotHaveDuplicates();
              assertThat(controller.ask(1)).as("answer after the search was over").isEmpty();
            }
          }
        });
  }

  @Test
  void theBatchIsPositive() {
    try (Controller controller = controller(space(), new RandomStreams(1))) {
      assertThat(controller.batch()).isPositive();
    }
  }

  private List<Proposal> search(
      SearchSpace space, long seed, Function<Trial, TrialResult> evaluation) {
    try (Controller controller = controller(space, new RandomStreams(seed))) {
      Rehearsal.Plan plan = new Rehearsal.Plan(controller.batch(), trials(), evaluation);
      return new Rehearsal(controller, plan).run().proposals();
    }
  }

  private List<Proposal> continued(Rehearsal rehearsal, byte[] snapshot, SearchSpace space) {
    try (Controller fresh = controller(space, new RandomStreams(1))) {
      fresh.restore(snapshot);
      return rehearsal.continuedBy(fresh).run().proposals();
    }
  }

  private Rehearsal.Plan plan(Controller controller) {
    return new Rehearsal.Plan(controller.batch(), trials(), ControllerContract::completed);
  }

  private void within(Runnable check) {
    assertTimeoutPreemptively(patience(), check::run);
  }

  private static TrialResult completed(Trial trial) {
    String text = trial.proposal().architecture().toString();
    double reward = Math.floorMod(text.hashCode(), 1000) / 1000.0;
    Measurement measurement =
        new Measurement(
            trial.proposal().fidelity().epochs(), Map.of(Measurement.VALIDATION_ACCURACY, reward));
    Outcome outcome = new Outcome.Completed(List.of(measurement), Account.empty());
    return new TrialResult(trial, outcome, reward);
  }

  private static TrialResult failed(Trial trial) {
    return new TrialResult(
        trial, Outcome.Failed.of(FailureCause.DIVERGED, "The loss became NaN."), null);
  }
}
