/** Regularized evolution. */
@NullMarked
package org.espalier.nas.controller.evolution;

import org.jspecify.annotations.NullMarked;
