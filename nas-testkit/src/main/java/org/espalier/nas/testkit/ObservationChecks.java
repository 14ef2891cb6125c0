package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;

/** Checks of a controller's handling of trials that it did not propose. */
final class ObservationChecks {
  private final ControllerContract contract;

  ObservationChecks(ControllerContract contract) {
    this.contract = contract;
  }

  /** Checks that the search goes on; architectures that were observed may not come again. */
  void letTheSearchGoOn() {
    SyntheticResults.endings()
        .forEach(
            (name, ending) -> {
              try (Controller controller = controller(ending)) {
                List<Proposal> proposals =
                    Searches.run(controller, contract.trials(), contract.results(ending));
                assertThat(proposals)
                    .as("proposals when trials of others are observed that are %s", name)
                    .hasSizeGreaterThanOrEqualTo(
                        contract.trials() - ObservingController.observed(contract.trials()));
                ProposalChecks.assertValid(
                    proposals, contract.space(), "when trials of others are observed");
              }
            });
  }

  void arePartOfSnapshots() {
    List<Proposal> uninterrupted;
    try (Controller controller = controller(SyntheticResults::mostlyCompleted)) {
      uninterrupted = simulation(controller).run().proposals();
    }
    try (Controller controller = controller(SyntheticResults::mostlyCompleted)) {
      AskTellSimulation rehearsal = simulation(controller);
      int step = 0;
      for (boolean more = true; more; more = rehearsal.step()) {
        try (Controller fresh = controller(SyntheticResults::mostlyCompleted)) {
          fresh.restore(controller.snapshot());
          FirstDifference.assertNone(
              "proposals of a controller that observed trials, restored after step " + step++,
              rehearsal.continuedBy(fresh).run().proposals(),
              uninterrupted,
              FirstDifference.Cause.SNAPSHOT_LACKS_STATE);
        }
      }
    }
  }

  private Controller controller(Function<Trial, TrialResult> evaluation) {
    return new ObservingController(
        contract.controller(contract.space(), new RandomStreams(1)),
        contract.space(),
        contract.results(evaluation));
  }

  private AskTellSimulation simulation(Controller controller) {
    return new AskTellSimulation(
        controller,
        new AskTellSimulation.Plan(
            controller.batch(),
            contract.trials(),
            contract.results(SyntheticResults::mostlyCompleted)));
  }
}
