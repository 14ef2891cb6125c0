/** Order of trials by several objectives and by constraints, which controllers share. */
@NullMarked
package org.espalier.nas.controller.domination;

import org.jspecify.annotations.NullMarked;
