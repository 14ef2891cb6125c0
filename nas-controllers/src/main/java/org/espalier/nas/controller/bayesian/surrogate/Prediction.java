package org.espalier.nas.controller.bayesian.surrogate;

/**
 * What a model says of one point.
 *
 * @param mean the expected target
 * @param deviation the standard deviation of what is not known of it, noise of a measurement left
 *     out
 */
public record Prediction(double mean, double deviation) {}
