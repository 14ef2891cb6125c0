package org.espalier.nas.controller.tpe;

import java.util.List;
import java.util.function.LongFunction;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.problem.ConditionalProblems;
import org.espalier.nas.problem.RealFunction;
import org.espalier.nas.problem.ReferenceProblem;
import org.espalier.nas.testkit.BeatsRandom;
import org.espalier.nas.testkit.ControllerContract;
import org.espalier.nas.testkit.Permanence;
import org.junit.jupiter.api.Nested;

class TpeControllerContractTest {

  /** Contract with a shorter long search, as each ask weighs candidates by every result. */
  private abstract static class Tpe extends ControllerContract {
    private final boolean multivariate;
    private final boolean constantLiar;
    private final int batch;

    Tpe(boolean multivariate, boolean constantLiar, int batch) {
      this.multivariate = multivariate;
      this.constantLiar = constantLiar;
      this.batch = batch;
    }

    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new TpeController(
          new TpeSettings(10, 24, 0.1, 25, 1, multivariate, true, false, constantLiar, batch),
          space,
          streams,
          Fidelity.epochs(1));
    }

    @Override
    protected int manyTrials() {
      return 250;
    }
  }

  @Nested
  class Joint extends Tpe implements Permanence, BeatsRandom {
    Joint() {
      super(true, true, 1);
    }

    @Override
    public String recordedBehaviour() {
      return TpeController.class.getAnnotation(BehaviourVersion.class).value()[0];
    }

    @Override
    public List<LongFunction<ReferenceProblem>> problems() {
      return List.of(
          RealFunction.rosenbrock5()::mixed,
          ConditionalProblems::tree,
          ConditionalProblems::optimizer);
    }

    @Override
    public int trialsAgainstRandom() {
      return 60;
    }
  }

  @Nested
  class Single extends Tpe implements Permanence, BeatsRandom {
    Single() {
      super(false, true, 1);
    }

    @Override
    public String recordedBehaviour() {
      return TpeController.class.getAnnotation(BehaviourVersion.class).value()[1];
    }

    @Override
    public List<LongFunction<ReferenceProblem>> problems() {
      return List.of(RealFunction.hartmann6()::plain, RealFunction.rastrigin5()::mixed);
    }

    @Override
    public int trialsAgainstRandom() {
      return 60;
    }
  }

  @Nested
  class InBatches extends Tpe {
    InBatches() {
      super(true, true, 8);
    }
  }

  @Nested
  class InBatchesWithoutLiar extends Tpe {
    InBatchesWithoutLiar() {
      super(false, false, 8);
    }
  }
}
