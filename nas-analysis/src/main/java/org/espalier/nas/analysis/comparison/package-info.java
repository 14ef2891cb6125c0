/** Comparisons of arms over common seeds: records of searches and their statistics. */
@NullMarked
package org.espalier.nas.analysis.comparison;

import org.jspecify.annotations.NullMarked;
