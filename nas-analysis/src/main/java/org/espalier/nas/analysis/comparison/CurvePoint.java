package org.espalier.nas.analysis.comparison;

/**
 * A point of an anytime curve: the scores of the incumbents of an arm at a cost.
 *
 * @param cost cost spent by each search, in the cost unit of the problem
 * @param mean mean over the searches that have an incumbent, with its interval; failed searches
 *     count with the lowest score at any cost
 * @param median median over the same searches
 * @param lower first quartile
 * @param upper third quartile
 */
public record CurvePoint(double cost, Estimate mean, double median, double lower, double upper) {}
