/** Searches whose best reward is known, and random search to compare with. */
@NullMarked
package org.espalier.nas.testkit.problem;

import org.jspecify.annotations.NullMarked;
