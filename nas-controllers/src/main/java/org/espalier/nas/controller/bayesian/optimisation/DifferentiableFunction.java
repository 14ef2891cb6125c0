package org.espalier.nas.controller.bayesian.optimisation;

/** A smooth function to be minimised, with its gradient. */
@FunctionalInterface
public interface DifferentiableFunction {

  /**
   * Returns the value and the gradient at a point.
   *
   * @param point the point; not changed
   * @param gradient overwritten with the derivatives at the point
   * @return the value; infinite or NaN where the function is undefined
   */
  double value(double[] point, double[] gradient);
}
