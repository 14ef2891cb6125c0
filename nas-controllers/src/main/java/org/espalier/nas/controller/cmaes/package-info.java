/** The covariance matrix adaptation evolution strategy. */
@NullMarked
package org.espalier.nas.controller.cmaes;

import org.jspecify.annotations.NullMarked;
