package org.espalier.nas.controller.bayesian.optimisation;

/** A smooth function that is to be minimised. */
@FunctionalInterface
public interface Objective {

  /**
   * The value at a point.
   *
   * @param point stays as it is
   * @param gradient is overwritten by the derivatives there
   * @return the value; infinite or NaN where there is none
   */
  double value(double[] point, double[] gradient);
}
