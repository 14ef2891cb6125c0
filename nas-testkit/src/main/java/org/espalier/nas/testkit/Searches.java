package org.espalier.nas.testkit;

import java.util.List;
import java.util.function.Function;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;

/** Whole searches by a new controller, which is closed afterwards. */
final class Searches {

  private Searches() {}

  /** Runs a search; the lag is the controller's batch, the number of trials the contract's. */
  static List<Proposal> run(
      ControllerContract contract,
      SearchSpace space,
      long seed,
      Function<Trial, TrialResult> evaluation) {
    return run(contract, space, seed, contract.trials(), evaluation);
  }

  /** Runs a search; the lag is the controller's batch. */
  static List<Proposal> run(
      ControllerContract contract,
      SearchSpace space,
      long seed,
      int trials,
      Function<Trial, TrialResult> evaluation) {
    try (Controller controller = contract.controller(space, new RandomStreams(seed))) {
      return run(controller, trials, contract.results(evaluation));
    }
  }

  /** Runs a search by a given controller; the lag is its batch. */
  static List<Proposal> run(
      Controller controller, int trials, Function<Trial, TrialResult> evaluation) {
    return new AskTellSimulation(
            controller, new AskTellSimulation.Plan(controller.batch(), trials, evaluation))
        .run()
        .proposals();
  }
}
