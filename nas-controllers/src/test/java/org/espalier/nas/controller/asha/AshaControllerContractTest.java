package org.espalier.nas.controller.asha;

import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.testkit.ControllerContract;
import org.espalier.nas.testkit.MultiObjectiveControllerContract;
import org.espalier.nas.testkit.Permanence;
import org.junit.jupiter.api.Nested;

class AshaControllerContractTest {

  @Nested
  class Continuing extends Promoting implements Permanence {
    @Override
    public String recordedBehaviour() {
      return AshaController.class.getAnnotation(BehaviourVersion.class).value()[0];
    }

    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return asha(new AshaSettings(0, 1, 3, 0, true, 32, 8), space, streams);
    }
  }

  @Nested
  class KeepingLittle extends Promoting {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return asha(new AshaSettings(27, 3, 3, 0, true, 1, 4), space, streams);
    }
  }

  @Nested
  class StartingAnew extends Promoting {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return asha(new AshaSettings(0, 1, 2, 0, false, 32, 1), space, streams);
    }
  }

  @Nested
  class TwoObjectives extends MultiObjectiveControllerContract {
    @Override
    protected Controller controller(
        SearchSpace space, RandomStreams streams, Objectives objectives) {
      return new AshaController(
          new AshaSettings(0, 1, 3, 0, true, 2, 4), objectives, space, streams, Fidelity.epochs(9));
    }

    @Override
    protected boolean avoidsRepeats() {
      return false;
    }

    /** Returns a lower number, as each result ranks its rung anew. */
    @Override
    protected int manyTrials() {
      return 1_000;
    }
  }

  /** Contract of a controller that proposes promoted architectures again, with more epochs. */
  private abstract static class Promoting extends ControllerContract {
    @Override
    protected boolean avoidsRepeats() {
      return false;
    }
  }

  private static Controller asha(AshaSettings settings, SearchSpace space, RandomStreams streams) {
    return new AshaController(settings, Objectives.reward(), space, streams, Fidelity.epochs(9));
  }
}
