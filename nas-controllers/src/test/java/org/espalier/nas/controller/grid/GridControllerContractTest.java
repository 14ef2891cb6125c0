package org.espalier.nas.controller.grid;

import java.util.EnumSet;
import java.util.Map;
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

class GridControllerContractTest {

  @Nested
  class Lexicographic extends ControllerContract implements Permanence {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return grid(GridSettings.Order.LEXICOGRAPHIC, space, streams);
    }

    @Override
    protected boolean drawsRandomly() {
      return false;
    }

    @Override
    public String recordedBehaviour() {
      return GridController.class.getAnnotation(BehaviourVersion.class).value()[0];
    }
  }

  @Nested
  class Shuffled extends ControllerContract implements Permanence {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return grid(GridSettings.Order.SHUFFLED, space, streams);
    }

    @Override
    protected Set<ReferenceSpace> serves() {
      return EnumSet.complementOf(EnumSet.of(ReferenceSpace.HUGE));
    }

    @Override
    public String recordedBehaviour() {
      return GridController.class.getAnnotation(BehaviourVersion.class).value()[1];
    }
  }

  private static Controller grid(
      GridSettings.Order order, SearchSpace space, RandomStreams streams) {
    return new GridController(
        new GridSettings(order, 5, Map.of(), 20, 8), space, streams, Fidelity.epochs(1));
  }
}
