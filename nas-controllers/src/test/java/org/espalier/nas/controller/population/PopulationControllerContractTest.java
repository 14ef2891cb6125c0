package org.espalier.nas.controller.population;

import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.controller.population.PopulationSettings.Exploit;
import org.espalier.nas.testkit.ControllerContract;
import org.espalier.nas.testkit.Permanence;
import org.junit.jupiter.api.Nested;

class PopulationControllerContractTest {

  @Nested
  class ByTruncation extends Copying implements Permanence {
    @Override
    public String recordedBehaviour() {
      return PopulationController.class.getAnnotation(BehaviourVersion.class).value()[0];
    }

    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return population(Exploit.TRUNCATION, 10, space, streams);
    }
  }

  @Nested
  class ByTournament extends Copying {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return population(Exploit.TOURNAMENT, 5, space, streams);
    }
  }

  /** Contract of a controller that proposes continuing members again, with more epochs. */
  private abstract static class Copying extends ControllerContract {
    @Override
    protected boolean avoidsRepeats() {
      return false;
    }
  }

  private static Controller population(
      Exploit exploit, int population, SearchSpace space, RandomStreams streams) {
    return new PopulationController(
        new PopulationSettings(population, 2, 0, exploit, 0.2, 0.8, 0.25, 0),
        space,
        streams,
        Fidelity.epochs(9));
  }
}
