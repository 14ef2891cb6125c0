/** Trials: what was proposed, what was measured, how it ended. */
@NullMarked
package org.espalier.nas.api.trial;

import org.jspecify.annotations.NullMarked;
