package org.espalier.nas.analysis.chart;

/**
 * What a chart says when a place in it is pointed at.
 *
 * @param x the place along the horizontal axis
 * @param y the place along the vertical axis
 * @param text lines of plain text
 */
public record Tip(double x, double y, String text) {}
