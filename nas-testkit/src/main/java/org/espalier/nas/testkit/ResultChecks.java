package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;

/** Checks of a controller's handling of results. */
final class ResultChecks {
  private final ControllerContract contract;

  ResultChecks(ControllerContract contract) {
    this.contract = contract;
  }

  void everyEndingIsAccepted() {
    SearchSpace space = contract.space();
    SyntheticResults.endings()
        .forEach(
            (name, ending) -> {
              List<Proposal> proposals = Searches.run(contract, space, 1, ending);
              assertThat(proposals)
                  .as("proposals when trials are %s", name)
                  .hasSize(contract.trials());
              ProposalChecks.assertValid(proposals, space, "when trials are " + name);
            });
  }

  void anyLagIsServed() {
    for (int lag : List.of(1, 3, contract.trials())) {
      assertThat(search(lag, 1)).as("proposals with a lag of %d", lag).hasSize(contract.trials());
    }
  }

  /**
   * Checks that any number of results can be told at once; the lag allows several such tells in a
   * search.
   */
  void mayBeToldInAnyNumber() {
    int lag = Math.max(4, contract.trials() / 4);
    for (int told : List.of(3, lag)) {
      assertThat(search(lag, told))
          .as("proposals with a lag of %d when %d results are told at once", lag, told)
          .hasSize(contract.trials());
    }
  }

  private List<Proposal> search(int lag, int told) {
    try (Controller controller = contract.controller(contract.space(), new RandomStreams(1))) {
      AskTellSimulation.Plan plan =
          new AskTellSimulation.Plan(
              lag, contract.trials(), told, contract.results(SyntheticResults::completed));
      return new AskTellSimulation(controller, plan).run().proposals();
    }
  }

  void stayAsTheyAre() {
    try (Controller controller = contract.controller(contract.space(), new RandomStreams(1))) {
      Controller guarded =
          new ChangeableLists(controller) {
            @Override
            void afterTelling(List<TrialResult> given, List<TrialResult> results) {
              assertThat(given).as("the list that was told").isEqualTo(results);
            }
          };
      search(guarded);
    }
  }

  void areNotReadLater() {
    List<Proposal> undisturbed =
        Searches.run(contract, contract.space(), 1, SyntheticResults::completed);
    try (Controller controller = contract.controller(contract.space(), new RandomStreams(1))) {
      Controller emptied =
          new ChangeableLists(controller) {
            @Override
            void afterTelling(List<TrialResult> given, List<TrialResult> results) {
              given.clear();
            }
          };
      FirstDifference.assertNone(
          "proposals when each list told is emptied afterwards",
          search(emptied),
          undisturbed,
          FirstDifference.Cause.LIST_IS_KEPT);
    }
  }

  private List<Proposal> search(Controller controller) {
    return Searches.run(
        controller, contract.trials(), contract.results(SyntheticResults::completed));
  }
}
