/** Building blocks of TensorFlow graphs: sessions, variables, gradients, checkpoints. */
@NullMarked
package org.espalier.nas.tf.graph;

import org.jspecify.annotations.NullMarked;
