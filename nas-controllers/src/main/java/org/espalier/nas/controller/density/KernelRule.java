package org.espalier.nas.controller.density;

import java.util.List;

/** How wide the kernels of observations are. */
public interface KernelRule {

  /**
   * The kernels of one decision.
   *
   * @param axis of the decision
   * @param values the coordinates observed, possibly none
   * @param sizes for each of them, how many decisions that architecture has
   * @return one for each value, in the same order
   */
  List<Marginal> kernels(DensityAxis axis, double[] values, int... sizes);

  /** What is assumed of a decision that was not observed. */
  Marginal prior(DensityAxis axis);
}
