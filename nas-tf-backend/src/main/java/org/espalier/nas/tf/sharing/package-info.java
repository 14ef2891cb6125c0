/** Weights that trials share with later ones, in memory and in safetensors files. */
@NullMarked
package org.espalier.nas.tf.sharing;

import org.jspecify.annotations.NullMarked;
