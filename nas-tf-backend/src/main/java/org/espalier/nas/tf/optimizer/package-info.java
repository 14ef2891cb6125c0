/** Optimizers as operations of the graph, with variables for their state. */
@NullMarked
package org.espalier.nas.tf.optimizer;

import org.jspecify.annotations.NullMarked;
