/** Problems with a known optimum, and random search as a baseline. */
@NullMarked
package org.espalier.nas.problem;

import org.jspecify.annotations.NullMarked;
