package org.espalier.nas.controller.cmaes;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.problem.RealFunction;
import org.espalier.nas.problem.ReferenceProblem;
import org.espalier.nas.testkit.BeatsRandom;
import org.espalier.nas.testkit.ControllerContract;
import org.espalier.nas.testkit.Permanence;
import org.espalier.nas.testkit.space.ReferenceSpace;
import org.junit.jupiter.api.Nested;

class CmaEsControllerContractTest {

  /** Contract for spaces of real numbers. */
  private abstract static class CmaEs extends ControllerContract {
    private final CmaEsSettings settings;

    CmaEs(CmaEsSettings settings) {
      this.settings = settings;
    }

    @Override
    protected Set<ReferenceSpace> serves() {
      return EnumSet.of(ReferenceSpace.REAL_VECTOR);
    }

    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new CmaEsController(settings, space, streams, Fidelity.epochs(1));
    }
  }

  @Nested
  class ByDefault extends CmaEs implements Permanence, BeatsRandom {
    ByDefault() {
      super(new CmaEsSettings(0.1667, 0, true));
    }

    @Override
    public String recordedBehaviour() {
      return CmaEsController.class.getAnnotation(BehaviourVersion.class).value()[0];
    }

    @Override
    public List<LongFunction<ReferenceProblem>> problems() {
      return RealFunction.all().stream()
          .map(function -> (LongFunction<ReferenceProblem>) function::plain)
          .toList();
    }

    @Override
    public int trialsAgainstRandom() {
      return 100;
    }
  }

  @Nested
  class OfAPopulationWithoutRestarts extends CmaEs {
    OfAPopulationWithoutRestarts() {
      super(new CmaEsSettings(0.3, 5, false));
    }
  }
}
