package org.espalier.nas.controller.quasirandom;

import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.controller.quasirandom.QuasiRandomSettings.Sequence;
import org.espalier.nas.testkit.ControllerContract;
import org.espalier.nas.testkit.Permanence;
import org.junit.jupiter.api.Nested;

class QuasiRandomControllerContractTest {

  @Nested
  class AlongScrambledSobol extends ControllerContract implements Permanence {
    @Override
    public String recordedBehaviour() {
      return QuasiRandomController.class.getAnnotation(BehaviourVersion.class).value()[0];
    }

    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return quasiRandom(Sequence.SOBOL, true, space, streams);
    }
  }

  @Nested
  class AlongScrambledHalton extends ControllerContract implements Permanence {
    @Override
    public String recordedBehaviour() {
      return QuasiRandomController.class.getAnnotation(BehaviourVersion.class).value()[1];
    }

    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return quasiRandom(Sequence.HALTON, true, space, streams);
    }
  }

  @Nested
  class AlongPlainSobol extends ControllerContract {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return quasiRandom(Sequence.SOBOL, false, space, streams);
    }

    @Override
    protected boolean drawsRandomly() {
      return false;
    }
  }

  private static Controller quasiRandom(
      Sequence sequence, boolean scramble, SearchSpace space, RandomStreams streams) {
    return new QuasiRandomController(
        new QuasiRandomSettings(sequence, scramble, 10), space, streams, Fidelity.epochs(1));
  }
}
