package org.espalier.nas.tf.latency;

/**
 * The time of a network as a multiple of another's.
 *
 * @param ratio median of the ratios of paired runs, positive
 * @param spread half the width of the 95 % confidence interval of the median, relative to it
 * @param measurements number of measurements whose pairs count together
 */
record PairedRatio(double ratio, double spread, int measurements) {}
