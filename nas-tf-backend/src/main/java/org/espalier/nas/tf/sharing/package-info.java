/** Weights that trials leave behind for later ones, in memory and in safetensors files. */
@NullMarked
package org.espalier.nas.tf.sharing;

import org.jspecify.annotations.NullMarked;
