package org.espalier.nas.controller.bayesian.optimisation;

/** A smooth function to be minimised, with its gradient. */
@FunctionalInterface
public interface DifferentiableFunction {

  /**
   * The value at a point.
   *
   * @param point stays as it is
   * @param gradient is overwritten by the derivatives there
   * @return the value; infinite or NaN where there is none
   */
  double value(double[] point, double[] gradient);
}
