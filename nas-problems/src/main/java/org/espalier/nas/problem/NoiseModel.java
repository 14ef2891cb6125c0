package org.espalier.nas.problem;

/**
 * Noise and fidelity bias added to a formula's value.
 *
 * @param noise standard deviation of the noise added to each measurement, not negative
 * @param epochs the epochs after which the bias is gone, positive
 * @param bias the largest bias of earlier measurements, not negative
 */
record NoiseModel(double noise, int epochs, double bias) {}
