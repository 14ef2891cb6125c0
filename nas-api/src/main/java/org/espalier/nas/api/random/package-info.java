/** Reproducible random numbers: every stream derives from the seed of the study and a purpose. */
@NullMarked
package org.espalier.nas.api.random;

import org.jspecify.annotations.NullMarked;
