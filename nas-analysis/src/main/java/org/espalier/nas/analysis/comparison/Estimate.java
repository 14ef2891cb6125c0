package org.espalier.nas.analysis.comparison;

/**
 * A statistic with its bootstrap confidence interval.
 *
 * @param value statistic of the sample
 * @param low lower end of the interval
 * @param high upper end of the interval
 */
public record Estimate(double value, double low, double high) {}
