/** Several objectives: dominance, non-dominated sorting and fronts of vectors of losses. */
@NullMarked
package org.espalier.nas.api.objective;

import org.jspecify.annotations.NullMarked;
