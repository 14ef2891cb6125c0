package org.espalier.nas.testkit;

import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.RealRange;

/** A comparison of domains. */
final class Domains {

  private Domains() {}

  /**
   * Returns true if a domain contains all values that another one admits; options are compared by
   * name.
   */
  static boolean covers(Domain all, Domain asked) {
    return all.fold(
        whole -> asked.fold(part -> covers(whole, part), part -> false, part -> false),
        whole -> asked.fold(part -> false, part -> covers(whole, part), part -> false),
        whole -> asked.fold(part -> false, part -> false, part -> covers(whole, part)));
  }

  private static boolean covers(Categorical whole, Categorical part) {
    return whole.options().equals(part.options()) && whole.allowed().containsAll(part.allowed());
  }

  private static boolean covers(IntegerRange whole, IntegerRange part) {
    return whole.contains(part.low()) && whole.high() >= part.high();
  }

  private static boolean covers(RealRange whole, RealRange part) {
    return whole.low() <= part.low() && whole.high() >= part.high();
  }
}
