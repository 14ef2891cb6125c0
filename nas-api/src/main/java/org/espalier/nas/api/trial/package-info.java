/**
 * Trials: their proposals, the measurements at each step, and their outcomes. All types are
 * immutable values.
 */
@NullMarked
package org.espalier.nas.api.trial;

import org.jspecify.annotations.NullMarked;
