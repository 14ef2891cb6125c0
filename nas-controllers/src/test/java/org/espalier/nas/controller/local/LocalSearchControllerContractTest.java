package org.espalier.nas.controller.local;

import java.util.List;
import java.util.function.LongFunction;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.controller.PublishedSpace;
import org.espalier.nas.controller.local.LocalSearchSettings.Acceptance;
import org.espalier.nas.problem.ReferenceProblem;
import org.espalier.nas.problem.ReferenceProblems;
import org.espalier.nas.testkit.BeatsRandom;
import org.espalier.nas.testkit.ControllerContract;
import org.espalier.nas.testkit.LearnsBandit;
import org.espalier.nas.testkit.Permanence;
import org.junit.jupiter.api.Nested;

class LocalSearchControllerContractTest {

  @Nested
  class Standard extends ControllerContract implements Permanence, LearnsBandit, BeatsRandom {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return search(new LocalSearchSettings(Acceptance.FIRST, 10, 3, 8, 100), space, streams);
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
      return LocalSearchController.class.getAnnotation(BehaviourVersion.class).value()[0];
    }
  }

  @Nested
  class BestOfSeveral extends ControllerContract implements Permanence {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return search(new LocalSearchSettings(Acceptance.BEST, 5, 0, 4, 5), space, streams);
    }

    @Override
    public String recordedBehaviour() {
      return LocalSearchController.class.getAnnotation(BehaviourVersion.class).value()[1];
    }
  }

  @Nested
  class FromRandomStarts extends ControllerContract {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return search(new LocalSearchSettings(Acceptance.FIRST, 1, 0, 4, 5), space, streams);
    }
  }

  private static Controller search(
      LocalSearchSettings settings, SearchSpace space, RandomStreams streams) {
    return new LocalSearchController(settings, space, streams, Fidelity.epochs(1));
  }
}
