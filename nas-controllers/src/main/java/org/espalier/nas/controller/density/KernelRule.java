package org.espalier.nas.controller.density;

import java.util.List;

/** A rule for the width of the kernels of observations. */
public interface KernelRule {

  /**
   * Returns the kernels of one decision.
   *
   * @param axis the axis of the decision
   * @param values the observed coordinates, possibly none
   * @param sizes for each of them, the number of decisions of that architecture
   * @return one for each value, in the same order
   */
  List<Marginal> kernels(DensityAxis axis, double[] values, int... sizes);

  /** Returns the prior distribution of a decision. */
  Marginal prior(DensityAxis axis);
}
