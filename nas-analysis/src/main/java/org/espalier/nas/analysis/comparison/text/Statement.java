package org.espalier.nas.analysis.comparison.text;

/**
 * A sentence of a verdict.
 *
 * @param text the sentence
 * @param significant true if it reports a significant difference
 */
record Statement(String text, boolean significant) {}
