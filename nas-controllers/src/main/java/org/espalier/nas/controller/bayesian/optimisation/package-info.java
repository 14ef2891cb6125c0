/** Minimisation of smooth functions over a box. */
@NullMarked
package org.espalier.nas.controller.bayesian.optimisation;

import org.jspecify.annotations.NullMarked;
