package org.example.hedgerow;

import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.testkit.BeatsRandomFront;
import org.espalier.nas.testkit.MultiObjectiveControllerContract;

/** Tests the contract of controllers of several objectives, and that this one finds fronts. */
class HedgerowTest extends MultiObjectiveControllerContract implements BeatsRandomFront {

  @Override
  protected Controller controller(
      SearchSpace space, RandomStreams streams, Objectives objectives) {
    return new Hedgerow(
        new HedgerowSettings(0.1, 8), space, streams, Fidelity.epochs(1), objectives);
  }
}
