package org.espalier.nas.controller.bayesian.optimisation;

/**
 * The lowest point that was found.
 *
 * @param point where
 * @param value how low
 * @param evaluations what finding it took
 */
@SuppressWarnings("ArrayRecordComponent")
public record Minimum(double[] point, double value, int evaluations) {}
