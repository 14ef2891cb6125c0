/** Acquisition functions, which score architectures by a model's prediction. */
@NullMarked
package org.espalier.nas.controller.bayesian.acquisition;

import org.jspecify.annotations.NullMarked;
