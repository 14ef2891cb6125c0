package org.espalier.nas.controller.bayesian;

import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.testkit.BeatsRandomFront;
import org.espalier.nas.testkit.MultiObjectiveControllerContract;
import org.espalier.nas.testkit.Permanence;

/** Contract with fewer samples than by default, as the checks ask some thousand times. */
class ParegoControllerContractTest extends MultiObjectiveControllerContract
    implements Permanence, BeatsRandomFront {
  @Override
  protected Controller controller(SearchSpace space, RandomStreams streams, Objectives objectives) {
    return Searches.parego(Searches.parego(4, 30), space, streams, objectives);
  }

  @Override
  protected int trials() {
    return 16;
  }

  /** Returns a lower number, as each ask predicts hundreds of architectures. */
  @Override
  protected int manyTrials() {
    return 40;
  }

  @Override
  public int trialsAgainstRandomFront() {
    return 40;
  }

  @Override
  public int seedsAgainstRandomFront() {
    return 10;
  }

  @Override
  public String recordedBehaviour() {
    return ParegoController.class.getAnnotation(BehaviourVersion.class).value()[0];
  }
}
