/**
 * Quality of sets of vectors of losses, all minimised: hypervolume, distance to a true front,
 * attainment and knees.
 */
@NullMarked
package org.espalier.nas.analysis.pareto;

import org.jspecify.annotations.NullMarked;
