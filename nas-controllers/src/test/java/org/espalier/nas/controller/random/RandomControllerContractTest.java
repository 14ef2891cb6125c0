package org.espalier.nas.controller.random;

import java.util.EnumSet;
import java.util.Set;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.testkit.ControllerContract;
import org.espalier.nas.testkit.Permanence;
import org.espalier.nas.testkit.space.ReferenceSpace;
import org.junit.jupiter.api.Nested;

class RandomControllerContractTest {

  @Nested
  class OverDecisions extends ControllerContract implements Permanence {
    @Override
    public String recordedBehaviour() {
      return RandomController.class.getAnnotation(BehaviourVersion.class).value()[0];
    }

    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return random(RandomSettings.Sampling.DECISIONS, false, space, streams);
    }
  }

  @Nested
  class OverArchitectures extends ControllerContract implements Permanence {
    @Override
    public String recordedBehaviour() {
      return RandomController.class.getAnnotation(BehaviourVersion.class).value()[1];
    }

    @Override
    protected Set<ReferenceSpace> serves() {
      return EnumSet.complementOf(EnumSet.of(ReferenceSpace.REAL_VECTOR, ReferenceSpace.MIXED));
    }

    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return random(RandomSettings.Sampling.ARCHITECTURES, false, space, streams);
    }
  }

  @Nested
  class WithRepeats extends ControllerContract {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return random(RandomSettings.Sampling.DECISIONS, true, space, streams);
    }

    @Override
    protected boolean avoidsRepeats() {
      return false;
    }
  }

  private static Controller random(
      RandomSettings.Sampling sampling, boolean repeats, SearchSpace space, RandomStreams streams) {
    return new RandomController(
        new RandomSettings(sampling, repeats, 10, 5), space, streams, Fidelity.epochs(1));
  }
}
