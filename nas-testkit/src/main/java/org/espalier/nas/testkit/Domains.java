package org.espalier.nas.testkit;

import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.RealRange;

/** Compares domains. */
final class Domains {

  private Domains() {}

  /** Whether one domain holds all that another admits; of options, under the same names. */
  static boolean covers(Domain all, Domain asked) {
    if (all instanceof Categorical whole && asked instanceof Categorical part) {
      return whole.options().equals(part.options()) && whole.allowed().containsAll(part.allowed());
    }
    if (all instanceof IntegerRange whole && asked instanceof IntegerRange part) {
      return whole.contains(part.low()) && whole.high() >= part.high();
    }
    return all instanceof RealRange whole
        && asked instanceof RealRange part
        && whole.low() <= part.low()
        && whole.high() >= part.high();
  }
}
