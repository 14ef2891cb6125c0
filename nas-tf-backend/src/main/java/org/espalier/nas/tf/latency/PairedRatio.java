package org.espalier.nas.tf.latency;

/**
 * The time of a network as a multiple of another's.
 *
 * @param ratio median over the builds of the median ratio of paired runs, positive
 * @param spread half the width of the 95 % confidence interval of the median, relative to it
 * @param measurements number of measurements whose builds count together
 */
record PairedRatio(double ratio, double spread, int measurements) {}
