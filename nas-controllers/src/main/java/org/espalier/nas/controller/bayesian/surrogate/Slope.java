package org.espalier.nas.controller.bayesian.surrogate;

/**
 * The derivatives of a prediction by the coordinates of the point.
 *
 * @param prediction the prediction at the point
 * @param mean the derivative of the mean by each coordinate; 0 for those that are not numbers
 * @param deviation the derivative of the standard deviation by each coordinate
 */
@SuppressWarnings("ArrayRecordComponent")
public record Slope(Prediction prediction, double[] mean, double[] deviation) {}
