package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.testkit.FirstDifference.Cause;
import org.espalier.nas.testkit.space.ReferenceSpace;

/** Checks of a controller's proposals. */
final class ProposalChecks {
  private final ControllerContract contract;

  ProposalChecks(ControllerContract contract) {
    this.contract = contract;
  }

  void areValidInEverySpaceServed() {
    Behaviour.spaces(contract)
        .forEach(
            (name, space) -> {
              List<Proposal> proposals =
                  Searches.run(contract, space, 1, SyntheticResults::completed);
              assertThat(proposals).as("proposals over %s", name).isNotEmpty();
              assertValid(proposals, space, name);
            });
    assertThat(search(1)).as("proposals of a search").hasSize(contract.trials());
  }

  static void assertValid(List<Proposal> proposals, SearchSpace space, String where) {
    for (Proposal proposal : proposals) {
      assertThat(space.contains(proposal.architecture()))
          .as("whether %s is an architecture (%s)", proposal, where)
          .isTrue();
      proposal
          .predictedReward()
          .ifPresent(
              reward ->
                  assertThat(reward)
                      .as("the reward predicted in %s (%s)", proposal, where)
                      .isFinite());
    }
  }

  void otherSpacesAreRefused() {
    Set<ReferenceSpace> others = EnumSet.allOf(ReferenceSpace.class);
    others.removeAll(contract.serves());
    assumeFalse(others.isEmpty(), "every reference space is served");
    for (ReferenceSpace other : others) {
      assertThatThrownBy(() -> contract.controller(other.space(), new RandomStreams(1)).close())
          .as("creating a controller over %s, which serves() does not name", other)
          .isInstanceOf(NasException.class)
          .satisfies(refusal -> assertThat(refusal.getMessage()).isNotBlank());
    }
  }

  void continueOnlyWhatWasTold() {
    try (Controller controller = contract.controller(contract.space(), new RandomStreams(1))) {
      AskTellSimulation rehearsal = rehearsal(controller);
      for (boolean more = true; more; more = rehearsal.step()) {
        rehearsal.outstanding().forEach(ProposalChecks::assertContinuesWhatWasTold);
      }
    }
  }

  private static void assertContinuesWhatWasTold(Trial trial) {
    Optional.ofNullable(trial.proposal().continuedTrial())
        .ifPresent(
            parent ->
                assertThat(parent)
                    .as("the trial that %s continues", trial)
                    .isBetween(1, trial.informedBy()));
  }

  void areThoseOfTheSeed() {
    FirstDifference.assertNone(
        "proposals of a second controller with the same seed",
        search(1),
        search(1),
        Cause.UNSEEDED);
  }

  void differWithTheSeed() {
    assertThat(search(1).equals(search(2)))
        .as("whether the seeds 1 and 2 give equal proposals; draw from the RandomStreams")
        .isFalse();
  }

  void areNotDisturbedByAnotherController() {
    List<Proposal> alone = search(1);
    try (Controller one = contract.controller(contract.space(), new RandomStreams(1));
        Controller two = contract.controller(contract.space(), new RandomStreams(1))) {
      AskTellSimulation first = rehearsal(one);
      AskTellSimulation second = rehearsal(two);
      boolean firstGoesOn = true;
      boolean secondGoesOn = true;
      while (firstGoesOn || secondGoesOn) {
        firstGoesOn = first.step();
        secondGoesOn = second.step();
      }
      String subject = "proposals of a controller beside another one";
      FirstDifference.assertNone(subject, first.proposals(), alone, Cause.SHARED_STATE);
      FirstDifference.assertNone(subject, second.proposals(), alone, Cause.SHARED_STATE);
    }
  }

  void endWithTheSpace() {
    Set<ReferenceSpace> small = EnumSet.of(ReferenceSpace.TINY, ReferenceSpace.SINGLE_POINT);
    small.retainAll(contract.serves());
    assumeFalse(small.isEmpty(), "neither TINY nor SINGLE_POINT is served");
    small.forEach(this::assertEndsWith);
  }

  private void assertEndsWith(ReferenceSpace reference) {
    SearchSpace space = reference.space();
    int members = space.count().orElseThrow().intValueExact();
    try (Controller controller = contract.controller(space, new RandomStreams(1))) {
      List<Proposal> proposals =
          Searches.run(controller, 10 * members, contract.results(SyntheticResults::completed));
      assertThat(proposals).as("proposals over %s", reference).isNotEmpty();
      assertValid(proposals, space, reference.name());
      if (contract.avoidsRepeats()) {
        assertThat(proposals.stream().map(Proposal::architecture))
            .as("architectures proposed over %s", reference)
            .doesNotHaveDuplicates();
        assertThat(controller.ask(1)).as("answer after the search was over").isEmpty();
      }
    }
  }

  private List<Proposal> search(long seed) {
    return Searches.run(contract, contract.space(), seed, SyntheticResults::completed);
  }

  private AskTellSimulation rehearsal(Controller controller) {
    return new AskTellSimulation(
        controller,
        new AskTellSimulation.Plan(
            controller.batch(), contract.trials(), contract.results(SyntheticResults::completed)));
  }
}
