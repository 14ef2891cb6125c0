package org.espalier.nas.controller.reinforce;

import java.util.List;
import java.util.function.LongFunction;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.problem.ReferenceProblem;
import org.espalier.nas.problem.ReferenceProblems;
import org.espalier.nas.testkit.BeatsRandom;
import org.espalier.nas.testkit.ControllerContract;
import org.espalier.nas.testkit.LearnsBandit;
import org.espalier.nas.testkit.Permanence;
import org.junit.jupiter.api.Nested;

/**
 * Contract of the controller with a policy in plain Java, which behaves the same on every machine;
 * the modules of the networks check it with real ones.
 */
class ReinforceControllerContractTest {

  @Nested
  class Learning extends ControllerContract implements Permanence, LearnsBandit, BeatsRandom {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return reinforce(ReinforceSettings.Predictor.OFF, space, streams);
    }

    @Override
    public String recordedBehaviour() {
      return ReinforceController.class.getAnnotation(BehaviourVersion.class).value()[0];
    }

    /** Returns problems of which the third has numbers, which the controller divides into bins. */
    @Override
    public List<LongFunction<ReferenceProblem>> problems() {
      return List.of(
          ReferenceProblems::gradedBandit,
          ReferenceProblems::nkLandscape,
          ReferenceProblems::hiddenPoint);
    }

    /** Returns a higher number than for others, as a policy gradient learns from batches. */
    @Override
    public int trialsAgainstRandom() {
      return 600;
    }
  }

  @Nested
  class Exploring extends ControllerContract implements Permanence {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return reinforce(
          Settings.usual().normalise(ReinforceSettings.Normalisation.Z_SCORE).exploring(0.3),
          space,
          streams);
    }

    /** Returns a lower number, as uniform draws change little of what the others check. */
    @Override
    protected int manyTrials() {
      return 1_000;
    }

    @Override
    public String recordedBehaviour() {
      return ReinforceController.class.getAnnotation(BehaviourVersion.class).value()[2];
    }
  }

  @Nested
  class Screening extends ControllerContract implements Permanence {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return reinforce(ReinforceSettings.Predictor.SCREEN, space, streams);
    }

    /** Returns a lower number for screening, which draws three times as many candidates. */
    @Override
    protected int manyTrials() {
      return 2_000;
    }

    @Override
    public String recordedBehaviour() {
      return ReinforceController.class.getAnnotation(BehaviourVersion.class).value()[1];
    }
  }

  private static Controller reinforce(
      ReinforceSettings.Predictor predictor, SearchSpace space, RandomStreams streams) {
    return reinforce(
        Settings.usual().normalise(ReinforceSettings.Normalisation.Z_SCORE).predictor(predictor),
        space,
        streams);
  }

  private static Controller reinforce(Settings settings, SearchSpace space, RandomStreams streams) {
    return new ReinforceController(
        settings.build(), space, streams, Fidelity.epochs(1), new TabularPolicy.Factory());
  }
}
