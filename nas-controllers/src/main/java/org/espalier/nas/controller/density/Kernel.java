package org.espalier.nas.controller.density;

/** A product of distributions, one for each decision of the space. */
@FunctionalInterface
public interface Kernel {

  /**
   * The factor of one decision.
   *
   * @param place of the decision among those of the space
   */
  Marginal at(int place);
}
