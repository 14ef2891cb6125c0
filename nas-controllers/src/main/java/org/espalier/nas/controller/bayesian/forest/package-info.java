/** Regression forests over encoded architectures. */
@NullMarked
package org.espalier.nas.controller.bayesian.forest;

import org.jspecify.annotations.NullMarked;
