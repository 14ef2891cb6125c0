package org.espalier.nas.controller.hyperband;

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

class HyperbandControllerContractTest {

  @Nested
  class OfThePaper extends Promoting implements Permanence {
    @Override
    public String recordedBehaviour() {
      return HyperbandController.class.getAnnotation(BehaviourVersion.class).value()[0];
    }

    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return hyperband(new HyperbandSettings(0, 1, 3, 0, Rounding.PAPER, true, 8), space, streams);
    }
  }

  @Nested
  class OfKerasTuner extends Promoting {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return hyperband(
          new HyperbandSettings(10, 1, 3, 0, Rounding.KERAS_TUNER, true, 1), space, streams);
    }
  }

  @Nested
  class StartingAnew extends Promoting {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return hyperband(new HyperbandSettings(0, 3, 3, 0, Rounding.BOOK, false, 30), space, streams);
    }
  }

  @Nested
  class Halving extends Promoting implements Permanence {
    @Override
    public String recordedBehaviour() {
      return SuccessiveHalvingController.class.getAnnotation(BehaviourVersion.class).value()[0];
    }

    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new SuccessiveHalvingController(
          new SuccessiveHalvingSettings(16, 1, 0, 2, 0, true, 8),
          Objectives.reward(),
          space,
          streams,
          Fidelity.epochs(9));
    }
  }

  @Nested
  class TwoObjectives extends MultiObjectiveControllerContract {
    @Override
    protected Controller controller(
        SearchSpace space, RandomStreams streams, Objectives objectives) {
      return new HyperbandController(
          new HyperbandSettings(0, 1, 3, 0, Rounding.PAPER, true, 4),
          objectives,
          space,
          streams,
          Fidelity.epochs(9));
    }

    @Override
    protected boolean avoidsRepeats() {
      return false;
    }
  }

  /** Contract of a controller that proposes promoted architectures again, with more epochs. */
  private abstract static class Promoting extends ControllerContract {
    @Override
    protected boolean avoidsRepeats() {
      return false;
    }
  }

  private static Controller hyperband(
      HyperbandSettings settings, SearchSpace space, RandomStreams streams) {
    return new HyperbandController(
        settings, Objectives.reward(), space, streams, Fidelity.epochs(9));
  }
}
