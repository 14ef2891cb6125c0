/** Rewards: from measurements to the number that a controller maximises. */
@NullMarked
package org.espalier.nas.engine.reward;

import org.jspecify.annotations.NullMarked;
