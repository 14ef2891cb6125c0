/** Models of the reward for Bayesian optimisation. */
@NullMarked
package org.espalier.nas.controller.bayesian.surrogate;

import org.jspecify.annotations.NullMarked;
