package org.espalier.nas.analysis.chart;

/**
 * The text that a chart shows near a position.
 *
 * @param x horizontal value of the position
 * @param y vertical value of the position
 * @param text lines of plain text
 */
public record Tooltip(double x, double y, String text) {}
