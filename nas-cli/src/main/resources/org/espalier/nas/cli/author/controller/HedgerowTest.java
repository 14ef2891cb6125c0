package org.example.hedgerow;

import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.testkit.BeatsRandom;
import org.espalier.nas.testkit.ControllerContract;
import org.espalier.nas.testkit.LearnsBandit;

/** Tests the contract of controllers, and that this one learns. */
class HedgerowTest extends ControllerContract implements LearnsBandit, BeatsRandom {

  @Override
  protected Controller controller(SearchSpace space, RandomStreams streams) {
    return new Hedgerow(new HedgerowSettings(5, 0.1, 8), space, streams, Fidelity.epochs(1));
  }
}
