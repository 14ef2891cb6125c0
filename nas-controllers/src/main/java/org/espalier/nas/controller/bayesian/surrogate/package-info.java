/** What Bayesian optimisation asks of a model of the reward. */
@NullMarked
package org.espalier.nas.controller.bayesian.surrogate;

import org.jspecify.annotations.NullMarked;
