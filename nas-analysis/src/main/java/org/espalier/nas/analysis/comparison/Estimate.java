package org.espalier.nas.analysis.comparison;

/**
 * A number with its bootstrap confidence interval.
 *
 * @param value of the sample
 * @param low the interval's lower end
 * @param high its upper end
 */
public record Estimate(double value, double low, double high) {}
