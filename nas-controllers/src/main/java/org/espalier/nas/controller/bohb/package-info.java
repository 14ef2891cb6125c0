/** Hyperband whose architectures come from a kernel density estimate. */
@NullMarked
package org.espalier.nas.controller.bohb;

import org.jspecify.annotations.NullMarked;
