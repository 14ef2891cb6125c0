package org.espalier.nas.controller.tpe;

import java.util.random.RandomGenerator;
import org.espalier.nas.api.space.Architecture;

/** Finds an architecture that is likely among the good and unlikely among the bad. */
@FunctionalInterface
interface Proposer {

  /** A complete architecture, possibly one that was proposed before. */
  Architecture propose(RandomGenerator random);
}
