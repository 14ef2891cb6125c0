package org.espalier.nas.controller.random;

import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.testkit.ControllerContract;
import org.junit.jupiter.api.Nested;

class RandomControllerContractTest {

  @Nested
  class OverDecisions extends ControllerContract {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return random(RandomSettings.Sampling.DECISIONS, false, space, streams);
    }
  }

  @Nested
  class OverArchitectures extends ControllerContract {
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
