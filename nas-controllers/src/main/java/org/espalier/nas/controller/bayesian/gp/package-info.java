/** Gaussian-process regression over encoded architectures. */
@NullMarked
package org.espalier.nas.controller.bayesian.gp;

import org.jspecify.annotations.NullMarked;
