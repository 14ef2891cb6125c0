package org.espalier.nas.controller.density;

/** A product of distributions, one for each decision of the space. */
@FunctionalInterface
public interface Kernel {

  /**
   * Returns the factor of one decision.
   *
   * @param place index of the decision among those of the space
   */
  Marginal at(int place);
}
