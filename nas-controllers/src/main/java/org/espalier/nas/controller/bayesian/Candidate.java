package org.espalier.nas.controller.bayesian;

import org.espalier.nas.api.space.Architecture;

/**
 * An architecture that might be proposed.
 *
 * @param architecture complete
 * @param point its coordinates, in canonical form
 * @param score what the acquisition says of it
 */
@SuppressWarnings("ArrayRecordComponent")
record Candidate(Architecture architecture, double[] point, double score) {}
