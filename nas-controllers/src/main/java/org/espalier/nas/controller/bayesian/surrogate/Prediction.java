package org.espalier.nas.controller.bayesian.surrogate;

/**
 * A model's prediction at one point.
 *
 * @param mean the expected target
 * @param deviation the standard deviation of the target, without the noise of a measurement
 */
public record Prediction(double mean, double deviation) {}
