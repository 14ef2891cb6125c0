/** Multilayer perceptrons as sequences of layers. */
@NullMarked
package org.espalier.nas.searchspace.mlp;

import org.jspecify.annotations.NullMarked;
