/** Random streams, all derived from the seed of the study. */
@NullMarked
package org.espalier.nas.api.random;

import org.jspecify.annotations.NullMarked;
