/** Optimizers by name, as operations of the graph, with the variables that are their state. */
@NullMarked
package org.espalier.nas.tf.optimizer;

import org.jspecify.annotations.NullMarked;
