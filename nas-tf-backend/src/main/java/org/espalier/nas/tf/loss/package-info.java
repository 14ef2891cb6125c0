/** Losses, each with the gradient with respect to the logits. */
@NullMarked
package org.espalier.nas.tf.loss;

import org.jspecify.annotations.NullMarked;
