package org.espalier.nas.controller.bayesian;

import org.espalier.nas.api.space.Architecture;

/**
 * An architecture that might be proposed.
 *
 * @param architecture a complete architecture
 * @param point its coordinates, in canonical form
 * @param score the value of the acquisition function
 */
@SuppressWarnings("ArrayRecordComponent")
record Candidate(Architecture architecture, double[] point, double score) {}
