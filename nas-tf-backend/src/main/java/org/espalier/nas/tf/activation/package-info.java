/** Activation functions as operations of the graph. */
@NullMarked
package org.espalier.nas.tf.activation;

import org.jspecify.annotations.NullMarked;
