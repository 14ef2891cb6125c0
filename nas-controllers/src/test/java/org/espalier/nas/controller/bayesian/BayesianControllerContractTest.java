package org.espalier.nas.controller.bayesian;

import java.util.List;
import java.util.function.LongFunction;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.problem.ReferenceProblem;
import org.espalier.nas.problem.ReferenceProblems;
import org.espalier.nas.testkit.BeatsRandom;
import org.espalier.nas.testkit.ControllerContract;
import org.espalier.nas.testkit.Permanence;
import org.junit.jupiter.api.Nested;

class BayesianControllerContractTest {

  /** Contract with fewer samples than by default, as the checks ask some thousand times. */
  abstract static class Contract extends ControllerContract {
    private final BayesianSettings settings;

    Contract(SurrogateSettings.Type surrogate, AcquisitionSettings.Type acquisition, int batch) {
      this(Searches.settings(surrogate, acquisition, batch, 100));
    }

    Contract(BayesianSettings settings) {
      this.settings = settings;
    }

    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return Searches.controller(settings, space, streams);
    }

    @Override
    protected int trials() {
      return 20;
    }

    /** Returns a lower number, as each ask predicts hundreds of architectures. */
    @Override
    protected int manyTrials() {
      return 60;
    }
  }

  @Nested
  class WithAGaussianProcess extends Contract implements Permanence, BeatsRandom {
    WithAGaussianProcess() {
      super(SurrogateSettings.Type.GAUSSIAN_PROCESS, AcquisitionSettings.Type.LOG_EI, 4);
    }

    @Override
    public String recordedBehaviour() {
      return BayesianController.class.getAnnotation(BehaviourVersion.class).value()[0];
    }

    @Override
    public List<LongFunction<ReferenceProblem>> problems() {
      return List.of(ReferenceProblems::branin, ReferenceProblems::gradedBandit);
    }

    @Override
    public int trialsAgainstRandom() {
      return 40;
    }

    @Override
    public int seedsAgainstRandom() {
      return 20;
    }
  }

  @Nested
  class OneByOneWithAConfidenceBound extends Contract {
    OneByOneWithAConfidenceBound() {
      super(SurrogateSettings.Type.GAUSSIAN_PROCESS, AcquisitionSettings.Type.UCB, 1);
    }
  }

  /** A contract in which most trials are told to a model of an active set. */
  @Nested
  class WithASmallActiveSet extends Contract {
    WithASmallActiveSet() {
      super(Searches.withActiveSet(8));
    }
  }

  @Nested
  class WithAForest extends Contract implements Permanence, BeatsRandom {
    WithAForest() {
      super(SurrogateSettings.Type.RANDOM_FOREST, AcquisitionSettings.Type.EI, 4);
    }

    @Override
    public String recordedBehaviour() {
      return BayesianController.class.getAnnotation(BehaviourVersion.class).value()[1];
    }

    @Override
    public List<LongFunction<ReferenceProblem>> problems() {
      return List.of(ReferenceProblems::branin, ReferenceProblems::gradedBandit);
    }

    @Override
    public int trialsAgainstRandom() {
      return 40;
    }
  }
}
