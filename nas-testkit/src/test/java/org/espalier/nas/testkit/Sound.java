package org.espalier.nas.testkit;

import java.time.Duration;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;

/** The suite of a correct controller. */
class Sound extends ControllerContract {
  @Override
  protected Controller controller(SearchSpace space, RandomStreams streams) {
    return new Shuffled(space, streams.studySeed());
  }

  @Override
  protected Duration patience() {
    return Duration.ofMinutes(1);
  }
}
