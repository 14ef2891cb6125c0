package org.espalier.nas.controller.tpe;

import java.util.random.RandomGenerator;
import org.espalier.nas.api.space.Architecture;

/** A search for an architecture that is likely among the good and unlikely among the bad. */
@FunctionalInterface
interface Proposer {

  /** Returns a complete architecture, possibly one that was proposed before. */
  Architecture propose(RandomGenerator random);
}
