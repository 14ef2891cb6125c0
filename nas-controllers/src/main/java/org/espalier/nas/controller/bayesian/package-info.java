/** Bayesian optimisation. */
@NullMarked
package org.espalier.nas.controller.bayesian;

import org.jspecify.annotations.NullMarked;
