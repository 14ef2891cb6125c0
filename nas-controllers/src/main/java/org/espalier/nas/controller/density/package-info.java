/**
 * Kernel density estimation over the architectures of a search space: mixtures of products of
 * truncated Gaussians and smoothed categorical distributions, drawn and evaluated along the
 * decisions that the space asks.
 */
@NullMarked
package org.espalier.nas.controller.density;

import org.jspecify.annotations.NullMarked;
