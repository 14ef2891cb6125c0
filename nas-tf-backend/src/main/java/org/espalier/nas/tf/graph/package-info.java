/**
 * The pieces that every TensorFlow graph is made from: sessions, variables, gradients, checkpoints.
 */
@NullMarked
package org.espalier.nas.tf.graph;

import org.jspecify.annotations.NullMarked;
