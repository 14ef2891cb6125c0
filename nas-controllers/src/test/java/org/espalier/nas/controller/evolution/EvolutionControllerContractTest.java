package org.espalier.nas.controller.evolution;

import java.util.List;
import java.util.function.LongFunction;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.controller.PublishedSpace;
import org.espalier.nas.problem.ReferenceProblem;
import org.espalier.nas.problem.ReferenceProblems;
import org.espalier.nas.testkit.BeatsRandom;
import org.espalier.nas.testkit.BeatsRandomFront;
import org.espalier.nas.testkit.ControllerContract;
import org.espalier.nas.testkit.LearnsBandit;
import org.espalier.nas.testkit.MultiObjectiveControllerContract;
import org.espalier.nas.testkit.Permanence;
import org.junit.jupiter.api.Nested;

class EvolutionControllerContractTest {

  @Nested
  class Standard extends ControllerContract implements Permanence, LearnsBandit, BeatsRandom {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return evolution(new EvolutionSettings(20, 10, 0, true, 0, false, 8, 100), space, streams);
    }

    /** Returns problems of which the last has sequences of different length. */
    @Override
    public List<LongFunction<ReferenceProblem>> problems() {
      return List.of(
          ReferenceProblems::gradedBandit,
          ReferenceProblems::nkLandscape,
          ReferenceProblems::hiddenPoint,
          PublishedSpace::mlp);
    }

    @Override
    public String recordedBehaviour() {
      return EvolutionController.class.getAnnotation(BehaviourVersion.class).value()[0];
    }
  }

  /** A population that evolves within the contract's few trials. */
  @Nested
  class Small extends ControllerContract implements Permanence {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return evolution(new EvolutionSettings(6, 3, 0, true, 0, false, 4, 5), space, streams);
    }

    @Override
    public String recordedBehaviour() {
      return EvolutionController.class.getAnnotation(BehaviourVersion.class).value()[1];
    }
  }

  @Nested
  class WithoutAgingWithCrossover extends ControllerContract {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return evolution(new EvolutionSettings(6, 3, 0, false, 0.5, false, 4, 5), space, streams);
    }
  }

  @Nested
  class WithRepeats extends ControllerContract {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return evolution(new EvolutionSettings(6, 3, 0, true, 0, true, 1, 5), space, streams);
    }

    @Override
    protected boolean avoidsRepeats() {
      return false;
    }
  }

  @Nested
  class TwoObjectives extends MultiObjectiveControllerContract implements BeatsRandomFront {
    @Override
    protected Controller controller(
        SearchSpace space, RandomStreams streams, Objectives objectives) {
      return new EvolutionController(
          new EvolutionSettings(10, 5, 0, true, 0, false, 4, 20),
          objectives,
          space,
          streams,
          Fidelity.epochs(1));
    }
  }

  private static Controller evolution(
      EvolutionSettings settings, SearchSpace space, RandomStreams streams) {
    return new EvolutionController(
        settings, Objectives.reward(), space, streams, Fidelity.epochs(1));
  }
}
