/** Comparisons: searches by several arms with the same seeds, and what may be said of them. */
@NullMarked
package org.espalier.nas.analysis.comparison;

import org.jspecify.annotations.NullMarked;
