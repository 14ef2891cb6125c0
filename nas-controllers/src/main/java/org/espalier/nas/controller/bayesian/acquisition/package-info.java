/** How much it is worth to evaluate an architecture, given what a model says of it. */
@NullMarked
package org.espalier.nas.controller.bayesian.acquisition;

import org.jspecify.annotations.NullMarked;
