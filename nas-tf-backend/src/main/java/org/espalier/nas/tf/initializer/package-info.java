/** Initial values of weights, drawn from a seed. */
@NullMarked
package org.espalier.nas.tf.initializer;

import org.jspecify.annotations.NullMarked;
