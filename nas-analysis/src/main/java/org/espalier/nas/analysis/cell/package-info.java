/** Drawings of the cells that networks repeat. */
@NullMarked
package org.espalier.nas.analysis.cell;

import org.jspecify.annotations.NullMarked;
