/** Comparisons: of stored studies beside each other, and those of many seeds. */
@NullMarked
package org.espalier.nas.dashboard.comparison;

import org.jspecify.annotations.NullMarked;
