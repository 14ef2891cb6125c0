package org.espalier.nas.controller.bayesian.optimisation;

/**
 * Lowest point found by an optimizer.
 *
 * @param point where
 * @param value how low
 * @param evaluations what finding it took
 */
@SuppressWarnings("ArrayRecordComponent")
public record OptimizationResult(double[] point, double value, int evaluations) {}
