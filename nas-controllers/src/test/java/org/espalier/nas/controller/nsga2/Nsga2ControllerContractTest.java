package org.espalier.nas.controller.nsga2;

import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.testkit.BeatsRandomFront;
import org.espalier.nas.testkit.ControllerContract;
import org.espalier.nas.testkit.LearnsBandit;
import org.espalier.nas.testkit.MultiObjectiveControllerContract;
import org.espalier.nas.testkit.Permanence;
import org.junit.jupiter.api.Nested;

class Nsga2ControllerContractTest {

  /** A population that evolves within the contract's few trials. */
  @Nested
  class TwoObjectives extends MultiObjectiveControllerContract
      implements Permanence, BeatsRandomFront {
    @Override
    protected Controller controller(
        SearchSpace space, RandomStreams streams, Objectives objectives) {
      return nsga2(new Nsga2Settings(8, 0.9, 1, 20), space, streams, objectives);
    }

    @Override
    public String recordedBehaviour() {
      return Nsga2Controller.class.getAnnotation(BehaviourVersion.class).value()[0];
    }
  }

  @Nested
  class OneReward extends ControllerContract implements Permanence, LearnsBandit {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return nsga2(new Nsga2Settings(10, 0.5, 0.9, 100), space, streams, Objectives.reward());
    }

    @Override
    protected int manyTrials() {
      return 2_000;
    }

    @Override
    public String recordedBehaviour() {
      return Nsga2Controller.class.getAnnotation(BehaviourVersion.class).value()[1];
    }
  }

  private static Controller nsga2(
      Nsga2Settings settings, SearchSpace space, RandomStreams streams, Objectives objectives) {
    return new Nsga2Controller(settings, objectives, space, streams, Fidelity.epochs(1));
  }
}
