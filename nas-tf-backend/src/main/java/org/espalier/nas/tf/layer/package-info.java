/** Layers of a network as operations of the graph, built from their records. */
@NullMarked
package org.espalier.nas.tf.layer;

import org.jspecify.annotations.NullMarked;
