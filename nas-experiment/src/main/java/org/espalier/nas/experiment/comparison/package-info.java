/** Comparisons: many searches by several arms with the same seeds. */
@NullMarked
package org.espalier.nas.experiment.comparison;

import org.jspecify.annotations.NullMarked;
