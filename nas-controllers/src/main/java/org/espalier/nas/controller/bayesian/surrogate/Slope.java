package org.espalier.nas.controller.bayesian.surrogate;

/**
 * How a prediction changes with the coordinates of the point.
 *
 * @param prediction at the point
 * @param mean the derivative of the mean by each coordinate; 0 for those that are not numbers
 * @param deviation the derivative of the standard deviation
 */
@SuppressWarnings("ArrayRecordComponent")
public record Slope(Prediction prediction, double[] mean, double[] deviation) {}
