/** Problems of which the best is known, and random search to compare with. */
@NullMarked
package org.espalier.nas.problem;

import org.jspecify.annotations.NullMarked;
