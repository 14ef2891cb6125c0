package org.espalier.nas.controller.bayesian.optimisation;

/**
 * The lowest point found by an optimizer.
 *
 * @param point the point
 * @param value the value at the point
 * @param evaluations number of evaluations of the function
 */
@SuppressWarnings("ArrayRecordComponent")
public record OptimizationResult(double[] point, double value, int evaluations) {}
