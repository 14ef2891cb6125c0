/**
 * Trials: what was proposed, what was measured at each step, and how it ended. All are immutable
 * values.
 */
@NullMarked
package org.espalier.nas.api.trial;

import org.jspecify.annotations.NullMarked;
